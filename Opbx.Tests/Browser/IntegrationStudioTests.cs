using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Opbx.Core.Configuration;
using Opbx.Core.Document;
using Opbx.Core.Document.Extensions;
using Opbx.Core.Document.Integrations;
using Opbx.Core.Integrations.Inspection;
using Opbx.Core.Permissions;

namespace Opbx.Tests.Browser;

/// <summary>Integrations as an administrator makes and tries them.</summary>
public sealed class IntegrationStudioTests(SeededPortal portal) : IClassFixture<SeededPortal>
{
    private PbxDocument Document => portal.Services.GetRequiredService<ConfigurationStore>().All.Single().Document;

    [Fact]
    public async Task An_integration_is_created_from_a_template_and_its_request_is_seen_while_typing()
    {
        await using var owner = await portal.VisitAsync(state: portal.State);
        await owner.OpenAsync("/integrations");
        await owner.Link("Create new integration").ClickAsync();
        await owner.Link("Chat message on missed call").ClickAsync();
        await owner.Heading("New integration").WaitForAsync();
        var body = owner.Page.GetByRole(AriaRole.Region, new PageGetByRoleOptions { Name = "Body of the request" });
        await body.GetByText("Missed call from +1").WaitForAsync();
        await owner.Page.GetByLabel("Request URL").PressSequentiallyAsync("https://chat.example/hooks/1");
        await owner.Page.Locator("code", new PageLocatorOptions { HasText = "https://chat.example/hooks/1" }).WaitForAsync();
        await owner.Page.GetByLabel("Text of text").FillAsync("Call back {sourceNumber}");
        await body.GetByText("\"text\": \"Call back +1").WaitForAsync();
        await owner.Page.GetByLabel("Method").SelectOptionAsync(new SelectOptionValue { Label = "GET" });
        await owner.Page.GetByText("There is no body: the values are in the address.").WaitForAsync();
        await owner.Page.Locator("code", new PageLocatorOptions { HasText = "?text=Call%20back%20%2B1" }).WaitForAsync();
        await owner.Page.GetByLabel("Method").SelectOptionAsync(new SelectOptionValue { Label = "POST" });
        await owner.Page.GetByLabel("Authentication type").SelectOptionAsync(new SelectOptionValue { Label = "Token" });
        await owner.Page.GetByText("The token is missing").WaitForAsync();
        await owner.Page.GetByLabel("Token", new PageGetByLabelOptions { Exact = true }).FillAsync("chat-token-1234");
        await owner.Page.GetByText("Authorization: Bearer ***").WaitForAsync();
        await owner.Button("Send it now as a test").ClickAsync();
        await owner.Page.GetByText("The host's name could not be resolved").First.WaitForAsync();
        Assert.Empty(await owner.LooksAsync("integration-preview"));
        await owner.Button("Save & close").ClickAsync();
        await owner.Page.Locator("tbody").GetByText("Chat message on missed call").First.WaitForAsync();
        var made = Document.Integrations.Single(i => i.Name == "Chat message on missed call");
        Assert.Equal("Call back {sourceNumber}", Assert.Single(made.Fields).Value.Text);
        Assert.Equal(("https://chat.example/hooks/1", WebhookMethod.Post), (made.Url, made.Method));
    }

    [Fact]
    public async Task An_integration_is_duplicated_disabled_and_enabled_from_the_list()
    {
        await using var owner = await portal.VisitAsync(state: portal.State);
        await owner.OpenAsync("/integrations");
        await owner.Link("Duplicate Billing").ClickAsync();
        await owner.Page.GetByText("This is a copy of Billing").WaitForAsync();
        await owner.Page.GetByLabel("Integration name").FillAsync("Billing of the lab");
        await owner.Button("Save & close").ClickAsync();
        await owner.Button("Enable Billing of the lab").ClickAsync();
        await owner.Button("Disable Billing of the lab").WaitForAsync();
        Assert.True(Document.Integrations.Single(i => i.Name == "Billing of the lab").Active);
        await owner.Button("Disable Billing of the lab").ClickAsync();
        await owner.Button("Enable Billing of the lab").WaitForAsync();
        Assert.False(Document.Integrations.Single(i => i.Name == "Billing of the lab").Active);
    }

    [Fact]
    public async Task Applications_are_switched_on_where_the_document_says()
    {
        var pbx = portal.Services.GetRequiredService<ConfigurationStore>().All.Single();
        var editor = portal.Services.GetRequiredService<ConfigurationEditor>();
        Assert.True((await editor.ChangeSettingsAsync(Actor.System(pbx.OrganizationId, "test"), pbx.PbxId,
            s => s with { ApplicationsEnabled = false }, default)).Ok);
        await using var owner = await portal.VisitAsync(state: portal.State);
        await owner.OpenAsync("/integrations");
        await owner.Page.GetByText("Applications are off for this phone system").WaitForAsync();
        await owner.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "Manage applications" })
            .ClickAsync();
        await owner.Page.GetByRole(AriaRole.Checkbox).CheckAsync();
        await owner.Page.GetByText("Integrations send from now on.").WaitForAsync();
        Assert.True(Document.Pbx.ApplicationsEnabled);
        Assert.Empty(await owner.LooksAsync("applications"));
        await owner.Page.GetByRole(AriaRole.Checkbox).UncheckAsync();
        await owner.Page.GetByText("Integrations send nothing.").WaitForAsync();
    }

    [Fact]
    public async Task The_inspector_shows_a_test_as_it_is_sent_and_what_comes_from_outside()
    {
        await using var owner = await portal.VisitAsync(state: portal.State);
        await owner.OpenAsync("/inspector");
        await owner.Button("Create a private address").Or(owner.Button("New address")).ClickAsync();
        await owner.Heading("Waiting for the first request").WaitForAsync();
        Assert.Empty(await owner.LooksAsync("inspector-empty"));
        await using var other = await portal.VisitAsync(state: portal.State);
        await other.OpenAsync("/integrations/new?template=nps-score");
        await other.Page.GetByLabel("Integration name").FillAsync("Try it");
        await other.Button("Use my request inspector").ClickAsync();
        await other.Page.GetByText("This is your request inspector.").WaitForAsync();
        var address = await other.Page.GetByLabel("Request URL").InputValueAsync();
        Assert.Matches("/hooks/inspect/[0-9a-f]{32}$", address);
        await other.Button("Save").ClickAsync();
        await other.Heading("Try it").WaitForAsync();
        await other.Link("Deliveries and test").ClickAsync();
        await other.Button("Send test").ClickAsync();
        await other.Page.GetByText("Delivered", new PageGetByTextOptions { Exact = true }).WaitForAsync();
        await owner.Page.GetByText("Signature valid").WaitForAsync();
        await owner.Page.GetByText("it was signed with the secret of Try it").WaitForAsync();
        await owner.Page.GetByRole(AriaRole.Region, new PageGetByRoleOptions { Name = "Body of request 1" })
            .GetByText("\"optionSelected\": \"1\"").WaitForAsync();
        using var client = new HttpClient();
        using var answer =
            await client.PostAsync(
                new Uri(address.Replace(new Uri(address).GetLeftPart(UriPartial.Authority),
                    portal.Address.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal) + "/from?a=b%20c"),
                    new StringContent("hello"));
        Assert.True(answer.IsSuccessStatusCode);
        await owner.Page.GetByText("Not signed").WaitForAsync();
        await owner.Page.GetByText("/from?a=b%20c").WaitForAsync();
        Assert.Empty(await owner.LooksAsync("inspector"));
    }

    [Fact]
    public async Task What_each_attempt_sent_can_be_looked_at()
    {
        var (actor, pbx) = await ListeningAsync("Watched");
        var editor = portal.Services.GetRequiredService<ConfigurationEditor>();
        var inspectors = portal.Services.GetRequiredService<Inspectors>();
        // An address that has ended: refused, and tried again after five seconds.
        var ended = inspectors.AddressOf(inspectors.For(actor)!)[..^32] + new string('0', 32);
        var hook = new Integration { Name = "Unreachable", Trigger = [Trigger.ConfigurationChanged], Url = ended };
        Assert.True((await editor.CreateAsync(actor, pbx, ObjectKind.Integrations, hook, default)).Ok);
        Assert.True((await editor.ChangeSettingsAsync(actor, pbx, s => s with { RingTimeout = s.RingTimeout - 1 }, default)).Ok);
        await using var owner = await portal.VisitAsync(state: portal.State);
        await owner.OpenAsync("/integrations/Unreachable/deliveries");
        await owner.Page.Locator("tbody").GetByRole(AriaRole.Link).First.ClickAsync();
        await owner.Heading("Last request").WaitForAsync();
        await owner.Link("Attempt 1").ClickAsync();
        await owner.Heading("Request of attempt 1").WaitForAsync();
        Assert.Empty(await owner.LooksAsync("delivery-attempts"));
        Assert.True((await editor.DeleteAsync(actor, pbx, ObjectKind.Integrations, "Unreachable", null, default)).Ok);
    }

    [Fact]
    public async Task Deliveries_are_filtered_then_sent_again_with_a_new_secret()
    {
        var (actor, pbx) = await ListeningAsync("Records");
        await using var owner = await portal.VisitAsync(state: portal.State);
        await owner.OpenAsync("/integrations/Records/deliveries");
        await owner.Page.GetByText("1 to 3 of 3").WaitForAsync();
        await owner.Page.GetByText("Everything arrived.").WaitForAsync();
        Assert.Empty(await owner.LooksAsync("deliveries"));
        await owner.Page.Locator("tbody").GetByRole(AriaRole.Link).First.ClickAsync();
        await owner.Button("Redeliver").ClickAsync();
        await owner.Page.GetByText("sent again", new PageGetByTextOptions { Exact = true }).WaitForAsync();
        await owner.Page.GetByText("Delivered", new PageGetByTextOptions { Exact = true }).WaitForAsync();
        Assert.Empty(await owner.LooksAsync("delivery"));
        await owner.OpenAsync("/integrations/Records/deliveries");
        await owner.Page.GetByLabel("State").SelectOptionAsync(new SelectOptionValue { Label = "Delivered" });
        await owner.Button("Redeliver these").ClickAsync();
        await owner.Button("Send 3 events").ClickAsync();
        await owner.Page.GetByText("3 events are being sent again.").WaitForAsync();
        await owner.Link("Send again").ClickAsync();
        await owner.Page.GetByText("There is nothing to send in this time.").WaitForAsync();
        await owner.Page.GetByText("Backfill everything").ClickAsync();
        await owner.Page.GetByText(new Regex(@"^\d+ events will be sent\.$")).WaitForAsync();
        Assert.Empty(await owner.LooksAsync("send-again"));
        await owner.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameRegex = new Regex(@"^Send \d+ events$") }).ClickAsync();
        await owner.Page.GetByText(new Regex(@"^\d+ events are being sent\.$")).WaitForAsync();
        await owner.Page.GetByText("(sent later)").First.WaitForAsync();
        var before = await SecretAsync(actor, pbx);
        await owner.OpenAsync("/integrations/Records");
        await owner.Page.GetByLabel("The old secret goes on for").SelectOptionAsync(new SelectOptionValue { Label = "3 days" });
        await owner.Button("New secret").ClickAsync();
        await owner.Button("Make new secret").ClickAsync();
        await owner.Page.GetByText("Two secrets sign at the moment").WaitForAsync();
        Assert.NotEqual(before, await SecretAsync(actor, pbx));
        Assert.Empty(await owner.LooksAsync("integration-rotated"));
        await owner.Button("Pause").ClickAsync();
        await owner.Page.GetByText("Paused", new PageGetByTextOptions { Exact = true }).WaitForAsync();
        Assert.True(Document.Integrations.Single(i => i.Name == "Records").Paused);
        await owner.OpenAsync("/integrations");
        await owner.Page.GetByRole(
            AriaRole.Img, new PageGetByRoleOptions { NameRegex = new Regex("^Last 24 hours: [0-9]+ delivered") }).First.WaitForAsync();
        Assert.Empty(await owner.LooksAsync("integrations-health"));
    }

    [Fact]
    public async Task An_integration_of_the_account_hears_of_a_new_person()
    {
        await using var owner = await portal.VisitAsync(state: portal.State);
        await owner.OpenAsync("/account/integrations");
        await owner.Heading("No integrations of the account yet").WaitForAsync();
        Assert.Empty(await owner.LooksAsync("integrations-account"));
        await owner.Link("User directory").ClickAsync();
        await owner.Button("Use my request inspector").ClickAsync();
        await owner.Page.GetByText("This is your request inspector.").WaitForAsync();
        Assert.Empty(await owner.LooksAsync("integration-account-new"));
        await owner.Button("Save & close").ClickAsync();
        await owner.Page.Locator("tbody").GetByText("User created, User modified, User deleted").WaitForAsync();
        var pbx = portal.Services.GetRequiredService<ConfigurationStore>().All.Single();
        var person = new UserExtension { Number = "1900", Name = "Nina New" };
        Assert.True((await portal.Services.GetRequiredService<ConfigurationEditor>()
            .CreateAsync(Actor.System(pbx.OrganizationId, "test"), pbx.PbxId, ObjectKind.Extensions, person, default)).Ok);
        await owner.OpenAsync("/inspector");
        var body = owner.Page.GetByRole(AriaRole.Region, new PageGetByRoleOptions { NameRegex = new Regex("^Body of request") }).First;
        await body.GetByText("\"eventType\": \"userCreated\"").WaitForAsync();
        await body.GetByText("\"name\": \"Nina New\"").WaitForAsync();
    }

    private async Task<string> SecretAsync(Actor actor, Guid pbx) =>
        ((Integration)(await portal.Services.GetRequiredService<SecretViews>()
            .GetAsync(actor, pbx, ObjectKind.Integrations, "Records", CancellationToken.None)).Value!.Object).Secret!;

    /// <summary>An integration that listens, to which three configuration changes were told already.</summary>
    private async Task<(Actor Actor, Guid PbxId)> ListeningAsync(string name)
    {
        var pbx = portal.Services.GetRequiredService<ConfigurationStore>().All.Single();
        var actor = Actor.System(pbx.OrganizationId, "test");
        var editor = portal.Services.GetRequiredService<ConfigurationEditor>();
        var inspectors = portal.Services.GetRequiredService<Inspectors>();
        Assert.True((await editor.ChangeSettingsAsync(actor, pbx.PbxId, s => s with { ApplicationsEnabled = true }, default)).Ok);
        var hook = new Integration {
            Name = name, Trigger = [Trigger.ConfigurationChanged, Trigger.SystemAlert],
            Url = inspectors.AddressOf(inspectors.Open(actor).Value!)
        };
        Assert.True((await editor.CreateAsync(actor, pbx.PbxId, ObjectKind.Integrations, hook, default)).Ok);
        for (var i = 0; i < 3; i++)
            Assert.True((await editor.ChangeSettingsAsync(actor, pbx.PbxId, s => s with { RingTimeout = s.RingTimeout + 1 }, default)).Ok);
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (inspectors.For(actor)!.Count < 3) await Task.Delay(20, late.Token);
        return (actor, pbx.PbxId);
    }
}
