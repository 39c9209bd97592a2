using Microsoft.Extensions.DependencyInjection;
using Opbx.Core.Configuration;
using Opbx.Core.Permissions;
using Opbx.Core.Users;

namespace Opbx.Tests.Browser;

/// <summary>Somebody adds a passkey, signs in with it and removes it; the device is the browser's virtual one.</summary>
public sealed class PasskeyTests(NamedPortal portal) : IClassFixture<NamedPortal>
{
    [Fact]
    public async Task A_passkey_is_added_opens_the_portal_and_is_removed()
    {
        await using var owner = await portal.VisitAsync(through: portal.Named);
        await AddDeviceAsync(owner);
        await owner.SignInAsync(TestPortal.OwnerEmail, TestPortal.OwnerPassword);
        await owner.OpenAsync("/account");
        await owner.Link("Add a passkey").ClickAsync();
        await owner.Heading("Add a passkey").WaitForAsync();
        await owner.ShouldLookGoodAsync("passkey-new");
        await owner.Page.GetByLabel("Name").FillAsync("Laptop at the front desk");
        await owner.Page.GetByLabel("Password").FillAsync("not the password");
        await owner.Button("Add the passkey").ClickAsync();
        await owner.Page.GetByText("This is not your present password").First.WaitForAsync();
        await owner.Page.GetByLabel("Password").FillAsync(TestPortal.OwnerPassword);
        await owner.Button("Add the passkey").ClickAsync();
        await owner.Page.GetByText("Your passkey is added").WaitForAsync();
        await owner.ReadyAsync();
        await owner.ShouldLookGoodAsync("account-passkey");

        await owner.Page.Locator("summary.user").ClickAsync();
        await owner.Button("Sign out").ClickAsync();
        await owner.Heading("Sign in").WaitForAsync();
        await owner.ShouldLookGoodAsync("sign-in-passkey");
        await owner.Button("Sign in with a passkey").ClickAsync();
        await owner.Page.Locator("summary.user").WaitForAsync();

        await owner.OpenAsync("/account");
        await owner.Page.GetByText("Added just now, last used just now").WaitForAsync();
        await owner.Button("Remove Laptop at the front desk").ClickAsync();
        await owner.Page.Locator("#confirm-yes").ClickAsync();
        await owner.Page.GetByText("The passkey Laptop at the front desk is removed.").WaitForAsync();
        await owner.Page.Locator("summary.user").ClickAsync();
        await owner.Button("Sign out").ClickAsync();
        await owner.Heading("Sign in").WaitForAsync();
        await owner.Button("Sign in with a passkey").ClickAsync();
        await owner.Page.GetByText("The passkey is not known here").WaitForAsync();
    }

    [Fact]
    public async Task A_passkey_of_somebody_who_was_deactivated_opens_nothing()
    {
        var cancel = TestContext.Current.CancellationToken;
        var editor = portal.Services.GetRequiredService<UserEditor>();
        var actor = Actor.System(portal.Services.GetRequiredService<ConfigurationStore>().All.Single().OrganizationId, "test");
        var invited = (await editor.InviteAsync(actor, "paula@acme.example", "Paula", Role.Supervisor, extension: null, cancel)).Value!;
        Assert.True((await portal.Services.GetRequiredService<Invitations>()
            .AcceptAsync(TestPortal.TokenOf(invited.Link), TestPortal.PersonPassword, cancel)).Ok);
        await using var paula = await portal.VisitAsync(through: portal.Named);
        await AddDeviceAsync(paula);
        await paula.SignInAsync("paula@acme.example", TestPortal.PersonPassword);
        await paula.Page.GotoAsync("/account/passkeys/new");
        await paula.Page.GetByLabel("Name").FillAsync("Phone");
        await paula.Page.GetByLabel("Password").FillAsync(TestPortal.PersonPassword);
        await paula.Button("Add the passkey").ClickAsync();
        await paula.Page.GetByText("Your passkey is added").WaitForAsync();
        await paula.ReadyAsync();

        Assert.True((await editor.ChangeAsync(actor, invited.User.Id, role: null, active: false, cancel)).Ok);
        await paula.Heading("Sign in").WaitForAsync();
        await paula.Button("Sign in with a passkey").ClickAsync();
        await paula.Page.GetByText("The passkey is not known here").WaitForAsync();
    }

    /// <summary>A device that keeps passkeys and has recognized its owner's finger.</summary>
    private static async Task AddDeviceAsync(Visitor visitor)
    {
        var devTools = await visitor.Page.Context.NewCDPSessionAsync(visitor.Page);
        await devTools.SendAsync("WebAuthn.enable");
        await devTools.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>(StringComparer.Ordinal) {
            ["options"] = new Dictionary<string, object>(StringComparer.Ordinal) {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }
}
