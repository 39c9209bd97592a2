using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Opbx.Core.Configuration;
using Opbx.Core.Permissions;
using Opbx.Core.Users;

namespace Opbx.Tests.Browser;

/// <summary>Somebody switches a second factor on, signs in with it, and an owner decides who must have one.</summary>
public sealed class SecondFactorTests(SeededPortal portal) : IClassFixture<SeededPortal>
{
    private const string Email = "ingrid@acme.example";

    [Fact]
    public async Task Somebody_switches_it_on_signs_in_with_it_and_with_a_recovery_code()
    {
        await InviteAsync();
        await using var ingrid = await portal.VisitAsync();
        await ingrid.SignInAsync(Email, TestPortal.PersonPassword);
        await ingrid.OpenAsync("/account");
        await ingrid.Link("Switch it on").ClickAsync();
        await ingrid.Heading("Switch on a second factor").WaitForAsync();
        await ingrid.ShouldLookGoodAsync("second-factor");
        var key = AuthenticatorApp.Read(await ingrid.Page.Locator("#authenticator-key").InnerTextAsync());
        await ingrid.Page.GetByLabel("Code that the app shows").FillAsync("000000");
        await ingrid.Button("Switch on").ClickAsync();
        await ingrid.Page.GetByText("This code does not match.").First.WaitForAsync();
        await ingrid.ShouldLookGoodAsync("second-factor-wrong");
        await ingrid.Page.GetByLabel("Code that the app shows").FillAsync(AuthenticatorApp.CodeOf(key));
        await ingrid.Button("Switch on").ClickAsync();
        await ingrid.Heading("Your second factor is on").WaitForAsync();
        await ingrid.ShouldLookGoodAsync("second-factor-codes");
        var code = await ingrid.Page.Locator("#recovery-codes li").First.InnerTextAsync();
        var download = await ingrid.Page.RunAndWaitForDownloadAsync(() => ingrid.Button("Download").ClickAsync());
        Assert.Contains(code, await File.ReadAllTextAsync((await download.PathAsync())!, TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
        await ingrid.Link("I have kept them").ClickAsync();
        await ingrid.Page.GetByText("You have 10 recovery codes left").WaitForAsync();
        await ingrid.ReadyAsync();
        await ingrid.ShouldLookGoodAsync("account-second-factor-on");

        await using var phone = await portal.VisitAsync(390);
        await EnterPasswordAsync(phone);
        await phone.Heading("Your second factor").WaitForAsync();
        await phone.ShouldLookGoodAsync("sign-in-code");
        await phone.Page.GetByLabel("Code").FillAsync("123456");
        await phone.Button("Sign in").ClickAsync();
        await phone.Page.GetByText("The code does not match").WaitForAsync();
        await phone.Page.GetByLabel("Code").FillAsync(AuthenticatorApp.CodeOf(key, 1));
        await phone.Button("Sign in").ClickAsync();
        await phone.Heading("Dashboard").WaitForAsync();

        await using var cafe = await portal.VisitAsync();
        await EnterPasswordAsync(cafe);
        await cafe.Link("Use a recovery code").ClickAsync();
        await cafe.ShouldLookGoodAsync("sign-in-recovery");
        await cafe.Page.GetByLabel("Recovery code", new PageGetByLabelOptions { Exact = true }).FillAsync(code);
        await cafe.Button("Sign in").ClickAsync();
        await cafe.Heading("Dashboard").WaitForAsync();

        await ingrid.OpenAsync("/account/second-factor/off");
        await ingrid.ShouldLookGoodAsync("second-factor-off");
        await ingrid.OpenAsync("/account/second-factor/codes");
        await ingrid.ShouldLookGoodAsync("second-factor-new-codes");
    }

    [Fact]
    public async Task An_owner_decides_who_must_have_one()
    {
        await using var owner = await portal.VisitAsync(state: portal.State);
        await owner.OpenAsync("/users");
        await owner.Link("Sign-in rules").ClickAsync();
        await owner.Heading("Sign-in rules").WaitForAsync();
        await owner.Page.GetByLabel("Who must have one").SelectOptionAsync("Owners and administrators");
        await owner.Button("Save").ClickAsync();
        await owner.Page.GetByText("Still without a second factor").WaitForAsync();
        await owner.OpenAsync("/users/sign-in-rules");
        await owner.Page.GetByText("Your organization asks you to set up a second factor").WaitForAsync();
        await owner.ShouldLookGoodAsync("sign-in-rules");
        await owner.Page.GetByLabel("Who must have one").SelectOptionAsync("Nobody: everybody decides for themselves");
        await owner.Button("Save").ClickAsync();
        await owner.Page.GetByText("Saved.").First.WaitForAsync();
    }

    private static async Task EnterPasswordAsync(Visitor visitor)
    {
        await visitor.Page.GotoAsync("/sign-in");
        await visitor.Page.GetByLabel("E-mail address").FillAsync(Email);
        await visitor.Page.GetByLabel("Password").FillAsync(TestPortal.PersonPassword);
        await visitor.Button("Sign in").ClickAsync();
    }

    private async Task InviteAsync()
    {
        var owner = Actor.System(portal.Services.GetRequiredService<ConfigurationStore>().All.Single().OrganizationId, "test");
        var cancel = TestContext.Current.CancellationToken;
        var invited = await portal.Services.GetRequiredService<UserEditor>()
            .InviteAsync(owner, Email, "Ingrid Solberg", Role.Supervisor, extension: null, cancel);
        Assert.True((await portal.Services.GetRequiredService<Invitations>()
            .AcceptAsync(TestPortal.TokenOf(invited.Value!.Link), TestPortal.PersonPassword, cancel)).Ok);
    }
}
