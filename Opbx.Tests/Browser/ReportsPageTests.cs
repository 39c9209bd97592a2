using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Opbx.Tests.Browser;

/// <summary>Reports as an owner reads them.</summary>
public sealed class ReportsPageTests(SeededPortal portal) : IClassFixture<SeededPortal>
{
    // No call of the seeded month came through a menu.
    private const string Empty = "By menu choice";

    private static readonly (string Title, string Columns)[] Tables =
    [
        ("Calls per day", "day,calls,answered,missed,voicemail,blocked,talkSeconds"),
        ("Calls by hour", "hour,calls,answered,missed,voicemail,blocked,talkSeconds"),
        ("Busiest hours", "weekday,hour,calls"),
        ("How long callers waited", "longerThanSeconds,upToSeconds,calls"),
        ("By extension", "extension,name,rang,answered,answeredByOthers,answeredByNobody,outgoing,talkSeconds"),
        ("By ring group", "group,calls,answered,missed,voicemail,blocked,talkSeconds"),
        ("By phone number", "number,name,calls,answered,missed,voicemail,blocked,talkSeconds"),
        ("By menu choice", "menu,choice,label,calls,answered,missed,voicemail,blocked,talkSeconds"),
        ("Why callers reached nobody", "cause,object,calls,whatHappened,advice,lastCall"),
    ];

    [Fact]
    public async Task An_owner_chooses_days_reads_why_callers_were_missed_and_takes_the_numbers_along()
    {
        await using var owner = await portal.VisitAsync(state: portal.State);
        await owner.OpenAsync("/reports");
        await owner.Heading("Why callers reached nobody").WaitForAsync();
        await owner.Page.GetByText("Nobody of Front desk answered.").WaitForAsync();
        await owner.Page.GetByText("Carla Maria Fernandez de la Vega-Hohenstein (1003) did not want to be disturbed.").WaitForAsync();
        await owner.Page.Locator(".rz-chart svg path").First.WaitForAsync(
            new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
        var all = await CallsAsync(owner);

        await owner.Button("Last 7 days").ClickAsync();
        await owner.Page.Locator("button[aria-pressed='true']").GetByText("Last 7 days").WaitForAsync();
        await Assertions.Expect(owner.Page.Locator("dl.figures dd").First).Not.ToHaveTextAsync(all);

        var download = await owner.Page.RunAndWaitForDownloadAsync(() => owner.Link("Calls per day as CSV").ClickAsync());
        var lines = await File.ReadAllLinesAsync((await download.PathAsync())!);
        Assert.Equal("day,calls,answered,missed,voicemail,blocked,talkSeconds", lines[0]);
        Assert.Equal(8, lines.Length);

        foreach (var (title, columns) in Tables)
        {
            var file = await owner.Page.RunAndWaitForDownloadAsync(() => owner.Link($"{title} as CSV").ClickAsync());
            var table = await File.ReadAllLinesAsync((await file.PathAsync())!);
            Assert.Equal(columns, table[0]);
            Assert.True(table.Length > 1 || title == Empty, $"{title} has no rows");
        }
        await owner.ShouldLookGoodAsync("reports-tables");
        var unknown = await owner.Page.APIRequest.GetAsync(new Uri(portal.Address, "/downloads/report.csv?table=everything").ToString());
        Assert.Equal(404, unknown.Status);

        var extensions = owner.Page.Locator("section").Filter(new LocatorFilterOptions { Has = owner.Heading("By extension") });
        await Assertions.Expect(extensions.Locator("thead th"))
            .ToHaveTextAsync(["Extension", "Rang", "Answered", "Somebody else", "Nobody", "Average talk"]);
        await owner.Page.Locator(".filters select").SelectOptionAsync(new SelectOptionValue { Label = "All" });
        await Assertions.Expect(extensions.Locator("thead th"))
            .ToHaveTextAsync(["Extension", "Rang", "Answered", "Somebody else", "Nobody", "Outgoing", "Average talk"]);
        await extensions.GetByText("Outgoing are the calls that the extension made").WaitForAsync();

        await owner.Page.GetByText("See the last such call").First.ClickAsync();
        await owner.Heading("What happened, and why").WaitForAsync();
    }

    [Fact]
    public async Task The_call_log_is_taken_along_with_its_filters()
    {
        await using var owner = await portal.VisitAsync(state: portal.State);
        await owner.OpenAsync("/calls?outcome=Answered");
        var shown = owner.Page.Locator(".pager [role=status]");
        await Assertions.Expect(shown).ToHaveTextAsync("1 to 25");
        await owner.Link("Next page").ClickAsync();
        await Assertions.Expect(shown).ToHaveTextAsync(new Regex("^26 to [0-9]+$"));
        await owner.Link("Previous page").ClickAsync();
        await Assertions.Expect(shown).ToHaveTextAsync("1 to 25");
        var download = await owner.Page.RunAndWaitForDownloadAsync(() => owner.Link("CSV").ClickAsync());
        var lines = await File.ReadAllLinesAsync((await download.PathAsync())!);
        Assert.True(lines.Length > 26, "everything that matches, not only what is shown");
        Assert.All(lines.Skip(1), l => Assert.Contains(",answered,", l, StringComparison.Ordinal));

        using var stranger = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = portal.Address };
        using var refused = await stranger.GetAsync("/downloads/calls.csv", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, refused.StatusCode);
    }

    private static Task<string> CallsAsync(Visitor owner) => owner.Page.Locator("dl.figures dd").First.InnerTextAsync();
}
