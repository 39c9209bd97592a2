using Opbx.Core.Configuration;

namespace Opbx.Core.Access.Organizations;

/// <summary>What history keeps of an organization.</summary>
internal static class OrganizationHistory
{
    public static string Describe(Organization organization) =>
        DocumentJson.Write(new { organization.Name, organization.TimeZone, State = OrganizationItem.StateOf(organization).ToString(), organization.DeleteAfter });
}
