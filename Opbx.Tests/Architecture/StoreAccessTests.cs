
namespace Opbx.Tests.Architecture;

/// <summary>Who may look past the wall between organizations.</summary>
public sealed class StoreAccessTests
{
    [Fact]
    public void The_filter_of_organizations_is_left_out_in_few_places_only()
    {
        // An address is unique in the installation; outbox and notices are written for whom the fact belongs to, by its own identity.
        string[] known =
            ["Opbx.Core/Integrations/Outbox/EventOutbox.cs", "Opbx.Core/Notices/NoticeStore.cs", "Opbx.Core/Users/Accounts.cs"];

        Assert.Equal(known, Using("IgnoreQueryFilters", "Opbx.Core", "Opbx.Portal"));
    }

    [Fact]
    public void Pages_and_endpoints_open_contexts_of_one_organization()
    {
        // Sign-in finds out whose organization it is; health looks whether the store answers.
        string[] known =
            ["Opbx.Portal/Hosting/HealthEndpoints.cs", "Opbx.Portal/Security/PortalSignIn.cs", "Opbx.Portal/Security/UserStore.cs"];

        Assert.Equal(known, Using("OpenUnrestricted", "Opbx.Portal"));
    }

    private static IEnumerable<string> Using(string name, params string[] projects) =>
        projects.SelectMany(project => Repository.Files(project, ".cs", ".razor"))
            .Where(file => Repository.Read(file).Contains(name, StringComparison.Ordinal)).Order(StringComparer.Ordinal);
}
