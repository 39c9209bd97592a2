using Opbx.Core.Users;

namespace Opbx.Core.Organizations;

/// <summary>Changes of an organization; null leaves a member unchanged.</summary>
/// <param name="TimeZone">IANA time zone.</param>
/// <param name="Active">Whether it is in service; true also cancels a deletion.</param>
public sealed record OrganizationChange(string? Name = null, string? TimeZone = null, bool? Active = null)
{
    internal FieldErrors Check()
    {
        var errors = new FieldErrors();
        if (Name is not null && AccountRules.OrganizationFault(Name) is { } name) errors.Add("/name", name);
        if (TimeZone is not null && AccountRules.TimeZoneFault(TimeZone) is { } zone) errors.Add("/timeZone", zone);
        return errors;
    }
}
