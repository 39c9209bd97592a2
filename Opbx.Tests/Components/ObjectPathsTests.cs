using System.Reflection;
using Microsoft.AspNetCore.Components;
using Opbx.Core.Document;
using Opbx.Portal.Navigation;

namespace Opbx.Tests.Components;

public sealed class ObjectPathsTests
{
    private static readonly HashSet<string> Folders =
        [.. typeof(Program).Assembly.GetTypes().SelectMany(t => t.GetCustomAttributes<RouteAttribute>())
            .Select(r => r.Template[..(r.Template.LastIndexOf('/') + 1)])];

    [Fact]
    public void Every_configured_object_that_has_a_page_is_led_to()
    {
        foreach (var kind in ObjectKind.All.Where(k => k != ObjectKind.GoldenCalls))
        {
            var path = ObjectPaths.Find(kind, "some/thing");
            Assert.NotNull(path);
            Assert.EndsWith("/some%2Fthing", path, StringComparison.Ordinal);
            Assert.Contains(path[..(path.LastIndexOf('/') + 1)], Folders);
        }
        Assert.Null(ObjectPaths.Find(null, ""));
    }
}
