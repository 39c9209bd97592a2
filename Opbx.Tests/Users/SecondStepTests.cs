using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;
using Opbx.Core.Persistence.Tenancy;
using Opbx.Core.Users;
using Opbx.Core.Users.SecondFactors;

namespace Opbx.Tests.Users;

/// <summary>Signing in with two steps, as a browser without scripts does it.</summary>
public sealed class SecondStepTests(TestPortal portal) : IClassFixture<TestPortal>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_second_factor_is_switched_on_asked_for_and_switched_off()
    {
        await portal.PersonAsync("two@acme.example", Role.Supervisor);
        using var visitor = new HttpVisitor(portal);
        Assert.Equal("/", (await visitor.SignInAsync("two@acme.example", TestPortal.PersonPassword)).Path);

        var page = await visitor.GetAsync("/account/second-factor");
        var key = KeyOn(page);
        var wrong = await visitor.SendAsync(page, ("Form.Code", "000000"));
        Assert.Equal("Switch on a second factor", wrong.Title);
        Assert.Equal(key, KeyOn(wrong));
        var first = AuthenticatorApp.CodeOf(key);
        var on = await visitor.SendAsync(wrong, ("Form.Code", first));
        Assert.Equal("Your second factor is on", on.Title);
        var codes = on.Document.QuerySelectorAll("#recovery-codes li").Select(i => i.TextContent.Trim()).ToList();
        Assert.Equal(RecoveryCode.Count, codes.Count);
        Assert.Equal("/account", (await visitor.GetAsync("/account")).Path);

        visitor.ForgetSession();
        var step = await visitor.SignInAsync("two@acme.example", TestPortal.PersonPassword);
        Assert.Equal("/sign-in/code", step.Path);
        Assert.StartsWith("/sign-in?", (await visitor.GetAsync("/calls")).Path, StringComparison.Ordinal);
        var again = await visitor.SendAsync(step, ("Form.Code", first));
        Assert.Contains("does not match", again.Text, StringComparison.Ordinal);
        Assert.Equal("/", (await visitor.SendAsync(again, ("Form.Code", AuthenticatorApp.CodeOf(key, 1)))).Path);

        visitor.ForgetSession();
        await visitor.SignInAsync("two@acme.example", TestPortal.PersonPassword);
        var recovery = await visitor.GetAsync("/sign-in/code?recovery=true");
        Assert.Equal("/", (await visitor.SendAsync(recovery, ("Form.Code", codes[3]))).Path);
        Assert.Contains("You have 9 recovery codes left", (await visitor.GetAsync("/account/second-factor")).Text,
            StringComparison.Ordinal);

        var off = await visitor.GetAsync("/account/second-factor/off");
        off = await visitor.SendAsync(off, ("Form.Password", "not the password"), ("Form.Code", codes[4]));
        Assert.Contains("This is not your present password", off.Text, StringComparison.Ordinal);
        off = await visitor.SendAsync(off, ("Form.Password", TestPortal.PersonPassword), ("Form.Code", codes[3]));
        Assert.Contains("This code does not match", off.Text, StringComparison.Ordinal);
        Assert.Equal("/account?changed=factor-off",
            (await visitor.SendAsync(off, ("Form.Password", TestPortal.PersonPassword), ("Form.Code", codes[5]))).Path);
        visitor.ForgetSession();
        Assert.Equal("/", (await visitor.SignInAsync("two@acme.example", TestPortal.PersonPassword)).Path);
    }

    [Fact]
    public async Task Switching_it_on_ends_the_sessions_elsewhere()
    {
        await portal.PersonAsync("elsewhere@acme.example", Role.Supervisor);
        using var here = new HttpVisitor(portal);
        using var elsewhere = new HttpVisitor(portal);
        await here.SignInAsync("elsewhere@acme.example", TestPortal.PersonPassword);
        await elsewhere.SignInAsync("elsewhere@acme.example", TestPortal.PersonPassword);
        Assert.Equal("/account", (await elsewhere.GetAsync("/account")).Path);

        var page = await here.GetAsync("/account/second-factor");
        await here.SendAsync(page, ("Form.Code", AuthenticatorApp.CodeOf(KeyOn(page))));
        Assert.Equal("/account", (await here.GetAsync("/account")).Path);
        Assert.StartsWith("/sign-in", (await elsewhere.GetAsync("/account")).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_sign_ins_with_one_code_at_the_same_time_make_one_session()
    {
        var (email, key) = await SwitchedOnAsync("race@acme.example");
        using var one = new HttpVisitor(portal);
        using var two = new HttpVisitor(portal);
        var first = await one.SignInAsync(email, TestPortal.PersonPassword);
        var second = await two.SignInAsync(email, TestPortal.PersonPassword);
        var code = AuthenticatorApp.CodeOf(key, 1);
        var ends = await Task.WhenAll(one.SendAsync(first, ("Form.Code", code)), two.SendAsync(second, ("Form.Code", code)));
        Assert.Single(ends, page => page.Path == "/");
    }

    [Fact]
    public async Task A_code_needs_the_password_step_of_an_unchanged_account()
    {
        var (email, key) = await SwitchedOnAsync("between@acme.example");
        using var visitor = new HttpVisitor(portal);
        Assert.Equal("Please begin again", (await visitor.GetAsync("/sign-in/code")).Title);
        Assert.Equal("Please begin again", (await visitor.GetAsync("/sign-in/set-up")).Title);

        await visitor.SignInAsync(email, TestPortal.PersonPassword);
        Assert.Equal("Please begin again", (await visitor.GetAsync("/sign-in/set-up")).Title);
        await using var db = portal.Services.GetRequiredService<Database>().OpenUnrestricted();
        var user = await db.Users.AsNoTracking().SingleAsync(u => u.Email == email, Cancel);
        await portal.Services.GetRequiredService<UserEditor>()
            .ChangeAsync(Actor.System(user.OrganizationId, "test"), user.Id, Role.Reporter, active: null, Cancel);
        Assert.Equal("Please begin again", (await visitor.GetAsync("/sign-in/code")).Title);
        Assert.NotEmpty(key);
    }

    [Fact]
    public async Task A_replaced_password_still_asks_for_the_second_factor()
    {
        var (email, _) = await SwitchedOnAsync("reset@acme.example");
        await using var db = portal.Services.GetRequiredService<Database>().OpenUnrestricted();
        var user = await db.Users.AsNoTracking().SingleAsync(u => u.Email == email, Cancel);
        var link = (await portal.Services.GetRequiredService<UserEditor>()
            .InviteAgainAsync(Actor.System(user.OrganizationId, "test"), user.Id, Cancel)).Value!.Link;
        using var visitor = new HttpVisitor(portal);
        var page = await visitor.GetAsync(new Uri(link).PathAndQuery);
        Assert.Equal("Choose another password", page.Title);

        Assert.Equal("/sign-in/code", (await visitor.SendAsync(page, ("Form.Password", "quite another long one"))).Path);
        Assert.StartsWith("/sign-in", (await visitor.GetAsync("/account")).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_must_have_a_second_factor_gets_seven_days_and_can_do_nothing_else_after_them()
    {
        await using var other = await TestPortal.StartAsync(PortalSetup.Production);
        await other.PersonAsync("user@acme.example", Role.User);
        await using var db = other.Services.GetRequiredService<Database>().OpenUnrestricted();
        var owner = await db.Users.AsNoTracking().SingleAsync(u => u.Email == TestPortal.OwnerEmail, Cancel);
        var actor = new Actor(owner.OrganizationId, Role.Owner, "owner", ActorSource.Portal, null, owner.Id);
        var rules = other.Services.GetRequiredService<SignInRules>();
        Assert.False((await rules.SetAsync(actor with { Role = Role.Admin }, SecondFactorRule.Everybody, Cancel)).Ok);
        Assert.Equal([TestPortal.OwnerEmail], (await rules.SetAsync(actor, SecondFactorRule.OwnersAndAdmins, Cancel)).Value!.Without);
        using var visitor = new HttpVisitor(other);
        var home = await visitor.SignInAsync(TestPortal.OwnerEmail, TestPortal.OwnerPassword);
        Assert.Contains("Your organization asks you to set up a second factor", home.Text, StringComparison.Ordinal);

        await db.Organizations.ExecuteUpdateAsync(
            set => set.SetProperty(o => o.SecondFactorRuleSince, TimeProvider.System.GetUtcNow().AddDays(-8)), Cancel);
        await db.Users.ExecuteUpdateAsync(set => set.SetProperty(u => u.CreatedAt, TimeProvider.System.GetUtcNow().AddDays(-9)), Cancel);
        visitor.ForgetSession();
        var page = await visitor.SignInAsync(TestPortal.OwnerEmail, TestPortal.OwnerPassword);
        Assert.Equal("Set up a second factor to go on", page.Title);
        Assert.StartsWith("/sign-in", (await visitor.GetAsync("/account")).Path, StringComparison.Ordinal);
        var on = await visitor.SendAsync(page, ("Form.Code", AuthenticatorApp.CodeOf(KeyOn(page))));
        Assert.Equal("Your second factor is on", on.Title);
        Assert.Equal("/account", (await visitor.GetAsync("/account")).Path);
        using var person = new HttpVisitor(other);
        Assert.Equal("/", (await person.SignInAsync("user@acme.example", TestPortal.PersonPassword)).Path);
        using var api = other.Client();
        using var answer = await api.GetAsync("/api/v1/pbxs", Cancel);
        Assert.Equal(200, (int)answer.StatusCode);
    }

    private async Task<(string Email, byte[] Key)> SwitchedOnAsync(string email)
    {
        var user = await portal.PersonAsync(email, Role.Supervisor);
        var key = AuthenticatorKeys.Create();
        Assert.True((await portal.Services.GetRequiredService<SecondFactorEditor>()
            .SwitchOnAsync(user.Id, key, AuthenticatorApp.CodeOf(key), Cancel)).Ok);
        return (email, key);
    }

    private static byte[] KeyOn(FormPage page) => AuthenticatorApp.Read(page.Document.QuerySelector("#authenticator-key")!.TextContent);
}
