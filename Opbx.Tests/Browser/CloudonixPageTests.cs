using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;
using Opbx.Core.Configuration;
using Opbx.Core.Document;
using Opbx.Core.Document.Extensions;

namespace Opbx.Tests.Browser;

/// <summary>The connection with Cloudonix as its owner sees it: connect, drift, a new key, an outage, disconnect.</summary>
public sealed class CloudonixPageTests(PortalBesideCloudonix portal) : IClassFixture<PortalBesideCloudonix>
{
    [Fact]
    public async Task An_owner_connects_a_domain_keeps_it_in_order_and_leaves_it()
    {
        await using var owner = await portal.VisitAsync();
        await owner.SignInAsync(TestPortal.OwnerEmail, TestPortal.OwnerPassword);
        await owner.OpenAsync("/cloudonix");
        await ConnectAsync(owner);
        await MendDriftAsync(owner);
        await ChangeTheKeyAsync(owner);
        await LiveThroughAnOutageAsync(owner);
        await DisconnectAsync(owner);
    }

    private async Task ConnectAsync(Visitor owner)
    {
        var key = owner.Page.GetByLabel("API key of the domain");
        await owner.Page.GetByLabel("Domain", new PageGetByLabelOptions { Exact = true }).FillAsync(PortalBesideCloudonix.Domain);
        await key.FillAsync("XI-not-the-key");
        await owner.Button("Connect").ClickAsync();
        await owner.Page.Locator("#field-apikey-error, [role=alert]").First.WaitForAsync();
        await owner.PictureAsync("cloudonix-wrong-key-light-1440");
        await key.FillAsync(FakeCloudonix.Key);
        await owner.Button("Connect").ClickAsync();
        await owner.Page.GetByText("Your domain is connected").WaitForAsync();
        await owner.Page.Locator("tbody tr").Filter(new LocatorFilterOptions { HasText = "Anna Bell" }).WaitForAsync();
        await owner.Button("Synchronize now").ClickAsync();
        await owner.Page.Locator("tbody tr").Filter(new LocatorFilterOptions { HasText = "Ben Ode" }).GetByText("Ready").WaitForAsync();
        Assert.NotNull(portal.Remote.Subscriber("1001"));
        Assert.Equal("", await key.InputValueAsync());
        await owner.Page.GetByText("Nothing has come since the portal started.").WaitForAsync();
        await owner.PictureAsync("cloudonix-connected-light-1440");
        await owner.ShouldBeAccessibleAsync("connected");
    }

    private async Task MendDriftAsync(Visitor owner)
    {
        portal.Remote.Applications[0]["url"] = "https://somebody.else.example/voice";
        await owner.OpenAsync("/cloudonix");
        await owner.Page.GetByText("Somebody changed the domain at Cloudonix").WaitForAsync();
        await owner.PictureAsync("cloudonix-drift-light-1440");
        await owner.ShouldBeAccessibleAsync("drift");
        await owner.Button("Put it right").ClickAsync();
        await owner.Page.GetByText("The domain is set up as it should be").WaitForAsync();
        Assert.DoesNotContain("somebody", portal.Remote.Applications[0]["url"]!.ToString(), StringComparison.Ordinal);
    }

    private async Task ChangeTheKeyAsync(Visitor owner)
    {
        var before = portal.Remote.Profile["authorization-api-key"]!.ToString();
        await owner.Button("New endpoint key").ClickAsync();
        await owner.Button("Make a new key").ClickAsync();
        await owner.Page.GetByText("Cloudonix uses a new key").WaitForAsync();
        Assert.NotEqual(before, portal.Remote.Profile["authorization-api-key"]!.ToString());
        Assert.DoesNotContain(portal.Remote.Profile["authorization-api-key"]!.ToString(), await owner.Page.ContentAsync(),
            StringComparison.Ordinal);
    }

    private async Task LiveThroughAnOutageAsync(Visitor owner)
    {
        portal.Cloudonix.Fault = _ => Task.FromResult<IResult?>(FakeCloudonix.Refuse(500, "request failed, report to support"));
        await owner.OpenAsync("/cloudonix");
        await owner.Button("Synchronize now").ClickAsync();
        await owner.Page.GetByText("The phones could not be synchronized").WaitForAsync();
        await owner.PictureAsync("cloudonix-out-light-1440");
        await using (var onPhone = await portal.VisitAsync(390, "dark", state: await owner.StateAsync()))
        {
            await onPhone.OpenAsync("/cloudonix");
            await onPhone.Heading(PortalBesideCloudonix.Domain).WaitForAsync();
            await onPhone.PictureAsync("cloudonix-out-dark-390");
            await onPhone.ShouldBeAccessibleAsync("outage on a phone");
        }

        portal.Cloudonix.Fault = null;
        await owner.Button("Synchronize now").ClickAsync();
        await owner.Page.GetByText("The phones could not be synchronized")
            .WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Hidden });
    }

    private async Task DisconnectAsync(Visitor owner)
    {
        await owner.Button("Disconnect").ClickAsync();
        await owner.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Disconnect" })
            .ClickAsync();
        await owner.Page.GetByText("The domain is disconnected").WaitForAsync();
        await owner.Page.GetByText("Connect your domain").WaitForAsync();
        Assert.False(portal.Remote.Profile.ContainsKey("authorization-api-key"));
        Assert.NotNull(portal.Remote.Subscriber("1001"));
    }
}

/// <summary>A portal whose Cloudonix is a small stand-in that can be changed behind its back.</summary>
public sealed class PortalBesideCloudonix() : BrowserPortal(PortalSetup.Development.WithOwner("Acme Dental"))
{
    public const string Domain = "acme.cloudonix.net";

    internal FakeCloudonix Cloudonix { get; private set; } = default!;

    internal FakeCloudonix.Domain Remote => Cloudonix.Domains[Domain];

    public override async ValueTask InitializeAsync()
    {
        Cloudonix = await FakeCloudonix.StartAsync();
        Cloudonix.AddDomain(Domain);
        Setup = Setup.With("Cloudonix:ApiUrl", Cloudonix.Url);
        await base.InitializeAsync();
        foreach (var (number, name) in new[] { ("1001", "Anna Bell"), ("1002", "Ben Ode") })
        {
            var added = await Get<ConfigurationEditor>()
                .CreateAsync(Owner, Pbx, ObjectKind.Extensions, new UserExtension { Number = number, Name = name }, default);
            Assert.True(added.Ok, added.Failure?.Message);
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Cloudonix.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
