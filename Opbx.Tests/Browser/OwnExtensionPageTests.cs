using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Opbx.Core.Configuration;
using Opbx.Core.Document;
using Opbx.Core.Document.Extensions;
using Opbx.Core.Permissions;
using Opbx.Core.Users.SelfService;

namespace Opbx.Tests.Browser;

/// <summary>Somebody without any right on the configuration decides where the own calls go.</summary>
public sealed class OwnExtensionPageTests(SeededPortal portal) : IClassFixture<SeededPortal>
{
    private PbxDocument Document => portal.Services.GetRequiredService<ConfigurationStore>().All.Single().Document;

    private UserExtension Mine => Document.Extensions.OfType<UserExtension>().Single(e => e.Number == "1001");

    [Fact]
    public async Task Somebody_sets_the_own_extension_and_looks_at_the_password_of_the_phone()
    {
        await using var anna = await portal.VisitAsync(state: await portal.StateOfAsync(Role.User, "1001"));
        await anna.OpenAsync("/");
        await anna.FollowAsync("My extension", "1001 Anna Bell");
        await anna.Page.GetByText("Unanswered calls go to your voicemail.").WaitForAsync();
        await anna.ShouldLookGoodAsync("own-extension");

        var busy = anna.Page.GetByLabel("You are busy: where to");
        Assert.Equal(["To your voicemail", "Extension", "Voicemail", "Outside number"], await busy.Locator("option")
            .AllTextContentsAsync());
        await busy.SelectOptionAsync(new SelectOptionValue { Label = "Outside number" });
        await anna.Page.GetByLabel("You are busy: number").FillAsync("sip:anna@home.example");
        await anna.Page.GetByLabel("You are busy: number").BlurAsync();
        await anna.Page.GetByLabel("All calls go: where to").SelectOptionAsync(new SelectOptionValue { Label = "Extension" });
        await anna.Page.Locator(".rz-dropdown")
            .Filter(new LocatorFilterOptions { Has = anna.Page.Locator("[aria-label='All calls go: Extension']") }).ClickAsync();
        await anna.Page.Locator(".rz-dropdown-item:visible").Filter(new LocatorFilterOptions { HasText = "1002 Ben Ode" }).ClickAsync();
        Assert.Equal(0, await anna.Page.Locator(".rz-dropdown-item").Filter(new LocatorFilterOptions { HasText = "2000" }).CountAsync());
        await anna.Page.GetByLabel("Ring time").FillAsync("3");
        await anna.Page.GetByLabel("Ring time").BlurAsync();
        await anna.Button("Save").ClickAsync();
        await anna.Page.GetByText("Enter a phone number with + and country code.").First.WaitForAsync();
        await anna.ShouldLookGoodAsync("own-extension-wrong");

        await anna.Page.GetByLabel("You are busy: number").FillAsync("+12025550143");
        await anna.Page.GetByLabel("Ring time").FillAsync("35");
        await anna.Page.GetByLabel("Mail messages to").FillAsync("anna.home@acme.example");
        await anna.Page.GetByLabel("Mail messages to").BlurAsync();
        await anna.Button("Save").ClickAsync();
        await anna.Page.GetByText("Saved. It counts from the next call on.").WaitForAsync();
        await anna.Page.GetByText("All calls go to: 1002 Ben Ode.").WaitForAsync();
        Assert.Equal(new OwnSettings {
            RingTimeout = 35, Voicemail = true, VoicemailEmail = "anna.home@acme.example",
            Forwarding = new Forwarding {
                Always = new ExtensionDestination { Number = "1002" },
                Busy = new ExternalDestination { Number = "+12025550143" }
            }
        }, OwnSettings.From(Mine));

        await anna.Page.GetByLabel("Do not disturb").CheckAsync();
        await anna.Button("Save").ClickAsync();
        await anna.Page.GetByText("Do not disturb is on. Callers go to: (202) 555-0143.").WaitForAsync();
        await anna.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameRegex = new("^Show the phone") }).ClickAsync();
        await anna.Page.Locator(".phone .secret code").WaitForAsync();
        await anna.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameRegex = new("^Hide the phone") }).ClickAsync();
        await anna.ShouldLookGoodAsync("own-extension-silent");
        await anna.FollowAsync("My voicemail", "Voicemail");
    }

    [Fact]
    public async Task Owners_with_an_extension_choose_from_everything()
    {
        await using var owner = await portal.VisitAsync(state: await portal.StateOfAsync(Role.Owner, "1002"));
        await owner.OpenAsync("/account");
        await owner.Page.Locator("main").GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "My extension" }).ClickAsync();
        await owner.Heading("1002 Ben Ode").WaitForAsync();
        Assert.Equal(13, await owner.Page.GetByLabel("You are busy: where to").Locator("option").CountAsync());
    }
}
