using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Opbx.Core.Configuration;
using Opbx.Core.Document;
using Opbx.Core.Document.Integrations;
using Opbx.Core.Permissions;

namespace Opbx.Tests.Browser;

/// <summary>A new person, an empty portal: from the first page to an extension and a number.</summary>
public sealed class StoryTests(EmptyPortal portal) : IClassFixture<EmptyPortal>
{
    [Fact]
    public async Task A_new_person_sets_the_phone_system_up()
    {
        await using var visitor = await portal.VisitAsync();
        await SetUpAsync(visitor);
        await ConnectAsync(visitor);
        await CreateExtensionAsync(visitor);
        await AddNumberAsync(visitor);
        await using var crm = new Receiver();
        await ConnectCustomerSystemAsync(crm);
        await CallAsync(visitor);
        await ReadTheCallLogAsync(visitor);
        var told = JsonNode.Parse((await crm.FirstAsync()).Body)!;
        Assert.Equal(("inboundCallAnswered", "1001"), ((string?)told["type"], (string?)told["data"]!["extensionNumber"]));
        await LeaveAsync(visitor);
    }

    private static async Task SetUpAsync(Visitor visitor)
    {
        await visitor.Page.GotoAsync("/");
        await visitor.Heading("Set up your phone system").WaitForAsync();
        Assert.Equal("America/New_York", await visitor.Page.GetByLabel("Time zone").InputValueAsync());
        await visitor.PictureAsync("setup-light-1440");
        await visitor.ShouldBeAccessibleAsync("set-up");
        await visitor.Page.Locator("#field-organization").FillAsync("Acme Dental");
        await visitor.Page.Locator("#field-ownername").FillAsync("Olivia Owner");
        await visitor.Page.Locator("#field-owneremail").FillAsync("olivia@acme.example");
        await visitor.Page.Locator("#field-password").FillAsync("short");
        await visitor.Button("Create and go on").ClickAsync();
        await visitor.Page.GetByText("at least 12 characters").First.WaitForAsync();
        Assert.Equal("Acme Dental", await visitor.Page.Locator("#field-organization").InputValueAsync());
        await visitor.PictureAsync("setup-errors-light-1440");
        await visitor.Page.Locator("#field-password").FillAsync("Correct-Horse-9-Battery");
        await visitor.Button("Create and go on").ClickAsync();
    }

    private static async Task ConnectAsync(Visitor visitor)
    {
        await visitor.Heading("How do calls reach you?").WaitForAsync();
        await visitor.ReadyAsync();
        await visitor.Page.Locator("[data-interactive='1']").WaitForAsync();
        await visitor.PictureAsync("connect-light-1440");
        await visitor.ShouldBeAccessibleAsync("connect");
        await visitor.Page.GetByText("Connect Cloudonix").ClickAsync();
        await visitor.Page.GetByLabel("Domain", new PageGetByLabelOptions { Exact = true }).FillAsync("not a domain");
        await visitor.Button("Connect").ClickAsync();
        await visitor.Page.Locator("#form-errors").WaitForAsync();
        Assert.Equal("not a domain", await visitor.Page.GetByLabel("Domain", new PageGetByLabelOptions { Exact = true }).InputValueAsync());
        await visitor.PictureAsync("connect-errors-light-1440");
        await visitor.Page.GetByText("Try it with the built-in sandbox").ClickAsync();
        await visitor.Button("Try again").ClickAsync();
        await visitor.Heading("Your phone system is connected").WaitForAsync();
        await visitor.PictureAsync("connected-light-1440");
        await visitor.Link("Go to the dashboard").ClickAsync();
        await visitor.Heading("Dashboard").WaitForAsync();
        await visitor.Page.Locator("[data-interactive='1']").WaitForAsync();
    }

    private static async Task CreateExtensionAsync(Visitor visitor)
    {
        await visitor.Link("Create extension").ClickAsync();
        await visitor.Heading("New extension").WaitForAsync();
        await visitor.Button("Create extension").ClickAsync();
        await visitor.Page.Locator("#form-errors").WaitForAsync();
        await visitor.PictureAsync("extension-errors-light-1440");
        await visitor.Page.GetByLabel("Name", new PageGetByLabelOptions { Exact = true }).FillAsync("Anna Bell");
        await visitor.Button("Create extension").ClickAsync();
        await visitor.Heading("1001 Anna Bell").WaitForAsync();
        await visitor.Button("Show the phone's password").ClickAsync();
        await visitor.Page.Locator("code").WaitForAsync();
        Assert.True((await visitor.Page.Locator("code").InnerTextAsync()).Length >= 20);
        await visitor.Page.GetByText("Ready", new PageGetByTextOptions { Exact = true }).WaitForAsync();
    }

    private static async Task AddNumberAsync(Visitor visitor)
    {
        await visitor.Link("Phone numbers").First.ClickAsync();
        await visitor.Heading("No phone numbers yet").WaitForAsync();
        await visitor.Link("Add the first number").ClickAsync();
        await visitor.Page.GetByLabel("Number", new PageGetByLabelOptions { Exact = true }).FillAsync("+1 (212) 555-0100");
        await visitor.Button("Create phone number").ClickAsync();
        await visitor.Heading("(212) 555-0100").WaitForAsync();
        await visitor.Link("Phone numbers").First.ClickAsync();
        await visitor.Page.Locator("tbody").GetByText("1001 Anna Bell").WaitForAsync();
    }

    private async Task ConnectCustomerSystemAsync(Receiver crm)
    {
        var pbx = portal.Services.GetRequiredService<ConfigurationStore>().All.Single();
        var owner = Actor.System(pbx.OrganizationId, "test");
        var editor = portal.Services.GetRequiredService<ConfigurationEditor>();
        Assert.True((await editor.ChangeSettingsAsync(owner, pbx.PbxId, s => s with { ApplicationsEnabled = true }, default)).Ok);
        var hook = new Integration { Name = "CRM", Trigger = [Trigger.InboundCallAnswered], Url = crm.Url };
        Assert.True((await editor.CreateAsync(owner, pbx.PbxId, ObjectKind.Integrations, hook, default)).Ok);
    }

    private static async Task CallAsync(Visitor visitor)
    {
        await visitor.Link("Sandbox phone").First.ClickAsync();
        await visitor.Heading("Sandbox phone").WaitForAsync();
        await visitor.Page.GetByLabel("From number").FillAsync("+12025550143");
        await visitor.Page.GetByLabel("Number to dial").FillAsync("+12125550100");
        await visitor.Button("Dial").ClickAsync();
        await visitor.Button("Answer 1001").ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameRegex = new("^1001 .*hangs up$") }).ClickAsync();
        await visitor.Page.GetByText("It lasted").WaitForAsync();
        await visitor.PictureAsync("sandbox-call-light-1440");
        await visitor.ShouldBeAccessibleAsync("sandbox phone");
    }

    private static async Task ReadTheCallLogAsync(Visitor visitor)
    {
        await visitor.Link("Call log").First.ClickAsync();
        await visitor.Heading("Call log").WaitForAsync();
        var row = visitor.Page.Locator("tbody tr").Filter(new LocatorFilterOptions { HasText = "Answered" });
        await row.WaitForAsync();
        await visitor.PictureAsync("calls-light-1440");
        await visitor.ShouldBeAccessibleAsync("call log");
        await row.GetByRole(AriaRole.Link).First.ClickAsync();
        await visitor.Page.GetByText("The phone of Anna Bell (1001) rings for 30 seconds.").First.WaitForAsync();
        await visitor.PictureAsync("call-light-1440");
        await visitor.ShouldBeAccessibleAsync("call");
    }

    private static async Task LeaveAsync(Visitor visitor)
    {
        await visitor.Page.Locator("summary.user").ClickAsync();
        await visitor.Button("Sign out").ClickAsync();
        await visitor.Heading("Sign in").WaitForAsync();
        await visitor.Page.GotoAsync("/extensions");
        await visitor.Heading("Sign in").WaitForAsync();
        await visitor.Page.GotoAsync("/setup");
        await visitor.Heading("Sign in").WaitForAsync();
    }
}

/// <summary>A portal that nobody has set up yet.</summary>
public sealed class EmptyPortal() : BrowserPortal(PortalSetup.Development.WithLocalReceivers());
