using Opbx.Core.Document;
using Opbx.Core.Persistence.Tenancy;

namespace Opbx.Core.Organizations;

/// <summary>What the history stores about an organization.</summary>
internal static class OrganizationHistory
{
    public static string Describe(Organization organization) =>
        DocumentJson.Write(
            new {
                organization.Name, organization.TimeZone, State = OrganizationItem.StateOf(organization)
                .ToString(), organization.DeleteAfter
            });
}
