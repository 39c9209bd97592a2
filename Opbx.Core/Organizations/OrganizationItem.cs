using Opbx.Core.Persistence.Tenancy;

namespace Opbx.Core.Organizations;

/// <summary>An organization as shown to platform admins.</summary>
/// <param name="Name">Unique in the installation.</param>
/// <param name="TimeZone">IANA time zone.</param>
/// <param name="DeleteAfter">When it is removed; null unless it was deleted.</param>
/// <param name="Users">Number of people with an account there.</param>
/// <param name="RunsPlatform">Whether platform admins belong to it: such an organization can be neither suspended nor deleted.</param>
public sealed record OrganizationItem(Guid Id, string Name, string TimeZone, OrganizationState State, DateTimeOffset CreatedAt,
    DateTimeOffset? DeleteAfter, int Users, int Pbxs, bool RunsPlatform)
{
    internal static OrganizationState StateOf(Organization organization) =>
        organization.DeleteAfter is not null ? OrganizationState.Deleting : organization.Active ? OrganizationState.Active
            : OrganizationState.Suspended;
}
