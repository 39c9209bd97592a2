using System.Reflection;
using Microsoft.AspNetCore.Components;
using Opbx.Core.Permissions;
using Opbx.Portal.Shell;

namespace Opbx.Tests.Components;

public sealed class NavigationTests
{
    private static readonly HashSet<string> Pages =
        [.. typeof(Program).Assembly.GetTypes().SelectMany(t => t.GetCustomAttributes<RouteAttribute>()).Select(r => r.Template)];

    [Fact]
    public void Every_line_leads_to_a_page_that_exists()
    {
        var items = NavigationItems.Groups.SelectMany(g => g.Items).ToList();
        Assert.NotEmpty(items);
        Assert.All(items, item => Assert.Contains(item.Path, Pages));
        Assert.Equal(items.Count, items.Select(i => i.Path).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Nobody_sees_a_line_that_leads_to_a_refusal()
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            var actor = new Actor(Guid.Empty, role, "somebody", ActorSource.Portal);
            Assert.All(NavigationItems.For(actor, sandbox: true).SelectMany(g => g.Items), item => Assert.True(actor.May(item.Permission)));
        }
        var reporter = new Actor(Guid.Empty, Role.User, "somebody", ActorSource.Portal);
        Assert.DoesNotContain(NavigationItems.For(reporter, sandbox: true)
            .SelectMany(g => g.Items), item => item.Permission == Permission.ViewConfiguration);
    }

    [Fact]
    public void My_extension_is_shown_to_those_who_have_one()
    {
        foreach (var (role, linked, shown) in new[] { (Role.User, true, true), (Role.User, false, true), (Role.Owner, true, true),
            (Role.Owner, false, false), (Role.Reporter, true, false) })
        {
            var actor = new Actor(Guid.Empty, role, "somebody", ActorSource.Portal, linked ? new OwnExtension(Guid.Empty, "101") : null);
            Assert.Equal((role, linked, shown),
                (role, linked, NavigationItems.For(actor, sandbox: false).SelectMany(g => g.Items).Any(item => item.OwnOnly)));
        }
    }

    [Fact]
    public void The_sandbox_is_not_offered_where_it_is_switched_off()
    {
        var owner = new Actor(Guid.Empty, Role.Owner, "somebody", ActorSource.Portal);
        Assert.DoesNotContain(NavigationItems.For(owner, sandbox: false).SelectMany(g => g.Items), item => item.SandboxOnly);
    }
}
