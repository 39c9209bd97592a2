using Opbx.Core.Users;

namespace Opbx.Core.Organizations;

/// <summary>A new organization.</summary>
/// <param name="Name">The name, unique in the installation.</param>
/// <param name="TimeZone">IANA time zone; UTC when absent.</param>
/// <param name="OwnerEmail">The address of its first owner.</param>
/// <param name="OwnerPassword">The owner's password; the owner chooses it by an invitation when absent.</param>
/// <param name="Country">ISO 3166 two-letter code of the first phone system's country.</param>
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
