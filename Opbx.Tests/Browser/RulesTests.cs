using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Opbx.Core.Configuration;
using Opbx.Core.Document;
using Opbx.Core.Document.BlockedCallers;
using Opbx.Core.Permissions;

namespace Opbx.Tests.Browser;

/// <summary>Conference rooms, outbound rules and blocked callers: each is made, tried, changed and deleted by a person.</summary>
public sealed class RulesTests(SeededPortal portal) : IClassFixture<SeededPortal>
{
    private PbxDocument Document => portal.Services.GetRequiredService<ConfigurationStore>().All.Single().Document;

    [Fact]
    public async Task A_conference_room_is_made_with_its_PINs()
    {
        await using var owner = await portal.VisitAsync(state: portal.State);
        await owner.OpenAsync("/conference-rooms");
        await owner.Link("New conference room").ClickAsync();
        await Box(owner, "Name").FillAsync("Team meeting");
        await owner.Page.GetByLabel("Wait for the host").CheckAsync();
        await owner.Button("Create conference room").ClickAsync();
        await owner.Page.GetByText("needs a PIN by which the host is known").First.WaitForAsync();
        await owner.PictureAsync("conference-room-errors-light-1440");
        await owner.Page.GetByLabel("PIN of the host").FillAsync("9001");
        await owner.Button("Create conference room").ClickAsync();
        await owner.Heading("Team meeting").WaitForAsync();
        await owner.Page.GetByText("Nothing leads to this room yet").WaitForAsync();
        Assert.Equal("9001", Document.ConferenceRooms.Single(r => r.Name == "Team meeting").HostPin);
    }

    [Fact]
    public async Task A_number_is_tried_before_and_after_a_calling_rule_allows_it()
    {
        await using var owner = await portal.VisitAsync(state: portal.State);
        await owner.OpenAsync("/outbound-rules");
        await owner.Page.GetByLabel("What they dial").FillAsync("+33 1 23 45 67 89");
        await owner.Page.GetByText("The call is refused").WaitForAsync();
        await owner.PictureAsync("outbound-rules-refused-light-1440");
        await owner.Page.GetByLabel("What they dial").FillAsync("202 555 0143");
        await owner.Page.GetByText("The call goes out").WaitForAsync();
        await owner.Page.GetByText("Trunk: us-east-1.").WaitForAsync();
        await owner.Link("New outbound rule").ClickAsync();
        await Box(owner, "Name").FillAsync("France");
        await owner.Page.GetByLabel("What they dial").FillAsync("+33 1 23 45 67 89");
        await owner.Page.GetByText("The call is refused").WaitForAsync();
        await owner.Page.Locator(".rz-dropdown").First.ClickAsync();
        await owner.Page.GetByPlaceholder("Search").Last.FillAsync("France");
        await owner.Page.GetByRole(AriaRole.Option, new PageGetByRoleOptions { Name = "France", Exact = true }).ClickAsync();
        await owner.Page.GetByText("The call goes out").WaitForAsync();
        await owner.PictureAsync("outbound-rule-tried-light-1440");
        await owner.Button("Create outbound rule").ClickAsync();
        await owner.Heading("France").WaitForAsync();
        Assert.Equal("FR", Document.OutboundRules.Single(r => r.Name == "France").Country);
    }

    [Fact]
    public async Task A_caller_is_blocked_after_the_pattern_was_tested()
    {
        await using var owner = await portal.VisitAsync(state: portal.State);
        await owner.OpenAsync("/blocked-callers/new");
        await owner.Page.GetByLabel("Known by").SelectOptionAsync(new SelectOptionValue { Label = "All numbers that begin alike" });
        await owner.Page.GetByLabel("First digits").FillAsync("+49 30");
        await owner.Page.GetByLabel("Number of a caller").FillAsync("+49 30 123456");
        await owner.Page.GetByText("Blocked", new PageGetByTextOptions { Exact = true }).WaitForAsync();
        await owner.Page.GetByLabel("Number of a caller").FillAsync("+49 40 123456");
        await owner.Page.GetByText("Gets through", new PageGetByTextOptions { Exact = true }).WaitForAsync();
        await owner.PictureAsync("blocked-caller-tried-light-1440");
        await owner.Button("Create blocked caller").ClickAsync();
        await owner.Heading("Numbers that begin with +4930").WaitForAsync();
        Assert.Equal(BlockMatch.Prefix, Document.BlockedCallers.Single(b => b.Pattern == "+4930").Match);
        await owner.Button("Delete").ClickAsync();
        await owner.Button("Delete blocked caller").ClickAsync();
        await owner.Heading("Blocked callers").WaitForAsync();
        Assert.DoesNotContain(Document.BlockedCallers, b => b.Pattern == "+4930");
    }

    [Fact]
    public async Task Blocked_calls_are_counted_and_a_caller_is_blocked_from_the_call()
    {
        await CallAsync("0123456789abcdef0123456789abcd01", "+12025550666");
        await CallAsync("0123456789abcdef0123456789abcd02", "+12025550777");
        await using var owner = await portal.VisitAsync(state: portal.State);
        await owner.OpenAsync("/blocked-callers");
        await owner.Page.Locator("tr", new PageLocatorOptions { HasText = "(202) 555-0666" }).GetByText("last just now").WaitForAsync();
        await owner.PictureAsync("blocked-callers-counted-light-1440");
        await owner.OpenAsync("/calls/0123456789abcdef0123456789abcd02");
        await owner.Link("Block this caller").ClickAsync();
        await owner.Heading("New blocked caller").WaitForAsync();
        Assert.Equal("+12025550777", await Box(owner, "Number").InputValueAsync());
        await owner.Button("Create blocked caller").ClickAsync();
        await owner.Page.GetByText("Nobody was turned away by this yet.").WaitForAsync();
        Assert.Contains(Document.BlockedCallers, b => b.Pattern == "+12025550777");
    }

    [Fact]
    public async Task Who_may_only_look_finds_nothing_to_change()
    {
        await using var reader = await portal.VisitAsync(state: await portal.StateOfAsync(Role.Reporter));
        foreach (var path in new[] { "/conference-rooms/Board", "/outbound-rules/United%20States", "/blocked-callers/%2B1900" })
        {
            await reader.OpenAsync(path);
            Assert.Equal(0, await reader.Button("Save").CountAsync());
            Assert.Equal(0, await reader.Button("Delete").CountAsync());
            Assert.True(await reader.Page.GetByLabel("Notes").IsDisabledAsync());
        }
        await reader.OpenAsync("/conference-rooms/new");
        await reader.Heading("You do not have permission for this page").WaitForAsync();
    }

    private async Task CallAsync(string session, string from)
    {
        var (path, key) = await portal.EndpointAsync();
        using var platform = portal.Client(key);
        using var answer =
            await platform.PostAsJsonAsync($"/hooks/{path}/voice",
                new Dictionary<string, string>(StringComparer.Ordinal) {
                    ["Session"] = session, ["From"] = from, ["To"] = "+12125550100",
                    ["Direction"] = "inbound"
                });
        Assert.True(answer.IsSuccessStatusCode);
    }

    private static ILocator Box(Visitor visitor, string label) =>
        visitor.Page.GetByLabel(label, new PageGetByLabelOptions { Exact = true });
}
