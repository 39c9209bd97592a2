using Opbx.Core.Persistence.Tenancy;

namespace Opbx.Core.Organizations;

/// <summary>An organization as platform admins see it.</summary>
/// <param name="Name">The name, unique in the installation.</param>
/// <param name="TimeZone">IANA time zone.</param>
/// <param name="DeleteAfter">When it is removed; null while nobody has deleted it.</param>
/// <param name="Users">How many people have an account there.</param>
/// <param name="RunsPlatform">Whether platform admins belong to it: such an organization is neither suspended nor deleted.</param>
public sealed record OrganizationItem(Guid Id, string Name, string TimeZone, OrganizationState State, DateTimeOffset CreatedAt,
    DateTimeOffset? DeleteAfter, int Users, int Pbxs, bool RunsPlatform)
{
    internal static OrganizationState StateOf(Organization organization) =>
        organization.DeleteAfter is not null ? OrganizationState.Deleting : organization.Active ? OrganizationState.Active
            : OrganizationState.Suspended;
}
