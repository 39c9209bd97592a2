using Opbx.Core.Shared;
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
        if (OwnerPassword is not null && AccountRules.PasswordFault(OwnerPassword, OwnerEmail, Name) is { } password) errors.Add("/ownerPassword", password);
        return errors;
    }
}

/// <summary>What is changed of an organization; absent members stay.</summary>
/// <param name="TimeZone">IANA time zone.</param>
/// <param name="Active">Whether it is in service; true also takes a deletion back.</param>
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

/// <summary>A new organization with what can be handed over now and never again.</summary>
/// <param name="PbxId">Its first phone system.</param>
/// <param name="Invited">The owner with the link to choose a password; null when there is a password already.</param>
/// <param name="Key">An API key with the role Owner; the only time it is shown.</param>
public sealed record NewOrganization(OrganizationItem Item, Guid PbxId, InvitedUser? Invited, string Key);
