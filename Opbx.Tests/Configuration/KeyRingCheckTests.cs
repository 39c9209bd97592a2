using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Opbx.Core.Configuration;
using Opbx.Core.Notices;
using Opbx.Core.Persistence;
using Opbx.Core.Shared;

namespace Opbx.Tests.Configuration;

public sealed class KeyRingCheckTests(TestPortal portal) : IClassFixture<TestPortal>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Keys_that_do_not_fit_the_data_are_told_and_those_that_do_are_not()
    {
        using (portal.Client()) { }
        Assert.Equal(0, await Check(portal.Services.GetRequiredService<SecretProtector>()).RunAsync(Cancel));
        Assert.Equal(0, await NoticesAsync());
        Assert.True(await Check(new SecretProtector(new EphemeralDataProtectionProvider())).RunAsync(Cancel) > 0);
        Assert.Equal(1, await NoticesAsync());
    }

    private KeyRingCheck Check(SecretProtector protector) =>
        new(portal.Services.GetRequiredService<Database>(), protector, portal.Services.GetRequiredService<NoticeStore>(),
            TimeProvider.System, NullLogger<KeyRingCheck>.Instance);

    private async Task<int> NoticesAsync()
    {
        await using var db = portal.Services.GetRequiredService<Database>().OpenUnrestricted();
        return await db.Notices.CountAsync(n => n.Text.StartsWith("Stored secrets cannot be read"), Cancel);
    }
}
