using Opbx.Core.Users;

namespace Opbx.Core.Organizations;

/// <param name="Name">Unique in the installation.</param>
/// <param name="TimeZone">IANA time zone; UTC when null.</param>
/// <param name="OwnerEmail">The address of its first owner.</param>
/// <param name="OwnerPassword">When null, the owner is invited to choose one.</param>
/// <param name="Country">ISO 3166 two-letter code of the first PBX's country.</param>
public sealed record OrganizationInput(string? Name, string? TimeZone, string? OwnerEmail, string? OwnerPassword, string Country = "US")
{
    internal FieldErrors Check()
    {
        var errors = new FieldErrors();
        if (AccountRules.OrganizationFault(Name) is { } name) errors.Add("/name", name);
        if (TimeZone is not null && AccountRules.TimeZoneFault(TimeZone) is { } zone) errors.Add("/timeZone", zone);
        if (AccountRules.EmailFault(OwnerEmail?.Trim()) is { } email) errors.Add("/ownerEmail", email);
        if (OwnerPassword is not null && AccountRules.PasswordFault(OwnerPassword, OwnerEmail, Name) is { } password)
            errors.Add("/ownerPassword", password);
        return errors;
    }
}
