using Microsoft.Extensions.DependencyInjection;
using Opbx.Core.Configuration;
using Opbx.Core.Document;
using Opbx.Core.Document.Extensions;
using Opbx.Core.Permissions;
using Opbx.Core.Shared;

namespace Opbx.Tests.Configuration;

public sealed class LimitsTests(AcmePortal host) : IClassFixture<AcmePortal>
{
    [Fact]
    public async Task A_page_that_saves_an_object_directly_meets_the_same_limits_as_the_API()
    {
        var pbx = host.Services.GetRequiredService<ConfigurationStore>().Find(host.Pbx)!;
        var editor = host.Services.GetRequiredService<ConfigurationEditor>();
        var result = await editor.CreateAsync(Actor.System(pbx.OrganizationId, "test"), host.Pbx, ObjectKind.Extensions,
            new UserExtension { Number = "1", Name = "", RingTimeout = 500 }, default);
        Assert.Equal(FailureKind.Invalid, result.Failure!.Kind);
        Assert.Equal(["/name", "/number", "/ringTimeout"], result.Failure.Errors!.ByPointer.Keys.Order());
    }
}
