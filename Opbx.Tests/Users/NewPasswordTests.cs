using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Opbx.Core.Audit;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;
using Opbx.Core.Users;

namespace Opbx.Tests.Users;

/// <summary>A new password is kept in the history, and the operator can let somebody in again.</summary>
public sealed class NewPasswordTests(TestPortal portal) : IClassFixture<TestPortal>
{
    private const string Wanted = "seven green bicycles";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_changes_the_password_stays_signed_in_and_stands_in_the_history()
    {
        var user = await portal.PersonAsync("changes@acme.example", Role.Supervisor);
        var before = await LooksAsync(user.Email!);
        using var here = new HttpVisitor(portal);
        using var there = new HttpVisitor(portal);
        await here.SignInAsync(user.Email!, TestPortal.PersonPassword);
        await there.SignInAsync(user.Email!, TestPortal.PersonPassword);

        var refused =
            await here.SendAsync(await here.GetAsync("/account/password"), ("Form.Present", TestPortal.PersonPassword),
                ("Form.Wanted", "Acme Acme Acme"));
        Assert.Equal("/account/password", refused.Path);
        Assert.Equal(before, await LooksAsync(user.Email!));

        var page = await here.SendAsync(await here.GetAsync("/account/password"), ("Form.Present", TestPortal.PersonPassword),
            ("Form.Wanted", Wanted));
        Assert.StartsWith("/account?changed", page.Path, StringComparison.Ordinal);
        Assert.Equal(before + 1, await LooksAsync(user.Email!));
        Assert.Equal("/account", (await here.GetAsync("/account")).Path);
        Assert.StartsWith("/sign-in", (await there.GetAsync("/account")).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_operators_link_works_without_second_factor_and_for_disabled_people()
    {
        var user = await portal.PersonAsync("lost@acme.example", Role.Owner);
        await using (var db = Open())
            await db.Users.Where(u => u.Id == user.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(u => u.Active, false).SetProperty(u => u.TwoFactorEnabled, true), Cancel);
        var lost = portal.Services.GetRequiredService<AccessRecovery>();
        Assert.False((await lost.LinkAsync("nobody@acme.example", Cancel)).Ok);

        var link = new Uri((await lost.LinkAsync("LOST@acme.example", Cancel)).Value!);
        using var visitor = new HttpVisitor(portal);
        var page = await visitor.SendAsync(await visitor.GetAsync(link.PathAndQuery), ("Form.Password", Wanted));
        Assert.DoesNotContain("sign-in", page.Path, StringComparison.Ordinal);
        Assert.Equal("/account", (await visitor.GetAsync("/account")).Path);
        await using var after = Open();
        Assert.True(await after.History.AnyAsync(h => h.Key == "lost@acme.example" && h.Actor == "operator of the machine", Cancel));
    }

    private async Task<int> LooksAsync(string email)
    {
        await using var db = Open();
        return await db.History.CountAsync(h => h.Key == email && h.Action == ChangeAction.SecretTouched, Cancel);
    }

    private OpbxDbContext Open() => portal.Services.GetRequiredService<Database>().OpenUnrestricted();
}
