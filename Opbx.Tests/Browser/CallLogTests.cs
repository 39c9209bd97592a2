using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Opbx.Core.Calls;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;

namespace Opbx.Tests.Browser;

/// <summary>A person finds calls again, and compares one with what would happen today.</summary>
public sealed class CallLogTests(SeededPortal portal) : IClassFixture<SeededPortal>
{
    [Fact]
    public async Task The_filters_are_found_again_by_the_same_person_until_they_are_cleared()
    {
        await using var supervisor = await portal.VisitAsync(state: await portal.StateOfAsync(Role.Supervisor));
        await supervisor.OpenAsync("/calls");
        await supervisor.Page.GetByLabel("Outcome").SelectOptionAsync(new SelectOptionValue { Label = "Missed" });
        await supervisor.Page.WaitForURLAsync("**/calls?outcome=Missed");
        await supervisor.Page.GetByLabel("Ring group").SelectOptionAsync(new SelectOptionValue { Label = "Front desk" });
        await supervisor.Page.WaitForURLAsync("**group=Front*");
        await supervisor.Page.GetByLabel("Extension").SelectOptionAsync(new SelectOptionValue { Label = "1002 Ben Ode" });
        await supervisor.Page.WaitForURLAsync("**extension=1002*");
        await supervisor.Page.Locator("tbody tr").First.GetByText("Missed", new LocatorGetByTextOptions { Exact = true }).WaitForAsync();
        Assert.Equal(0, await supervisor.Page.Locator("tbody").GetByText("Answered", new LocatorGetByTextOptions { Exact = true })
            .CountAsync());
        await supervisor.ShouldLookGoodAsync("calls-filtered");

        await supervisor.OpenAsync("/reports");
        await supervisor.OpenAsync("/calls");
        await supervisor.Page.WaitForURLAsync("**extension=1002*");
        Assert.Equal("Missed", await supervisor.Page.GetByLabel("Outcome").InputValueAsync());
        await supervisor.Page.GetByLabel("Ring group").SelectOptionAsync(new SelectOptionValue { Label = "Second line" });
        await supervisor.Heading("Nothing matches").WaitForAsync();
        await supervisor.Button("Clear").ClickAsync();
        await supervisor.Page.WaitForURLAsync("**/calls");
        await supervisor.OpenAsync("/reports");
        await supervisor.OpenAsync("/calls");
        await supervisor.Page.Locator("tbody tr").First.WaitForAsync();
        Assert.EndsWith("/calls", supervisor.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_is_compared_with_today_and_opened_in_the_simulator()
    {
        await using var owner = await portal.VisitAsync(state: portal.State);
        var token = await TokenAsync();
        await owner.OpenAsync($"/calls/{token}");
        await owner.Button("Copy link: link to this call").WaitForAsync();
        await owner.ShouldLookGoodAsync("call");
        await owner.Link("What would happen now?").ClickAsync();
        await owner.Heading("What would happen now?").WaitForAsync();
        await owner.Page.GetByText("Today only").First.WaitForAsync();
        await owner.ShouldLookGoodAsync("call-today");
        await owner.Link("At the time of the call").ClickAsync();
        await owner.Page.WaitForURLAsync("**/today?at=then");
        await owner.Link("Open in the simulator").ClickAsync();
        await owner.Heading("Simulator").WaitForAsync();
        await owner.Page.GetByText("What happens, and why").WaitForAsync();
    }

    [Fact]
    public async Task A_row_leads_to_blocking_its_caller()
    {
        await using var owner = await portal.VisitAsync(state: portal.State);
        await owner.OpenAsync("/calls?outcome=Missed");
        await owner.Page.Locator("tbody tr").First.GetByTitle("Block this caller").WaitForAsync();
        await owner.PictureAsync("calls-missed-light-1440");
        Assert.Equal(0, await owner.Page.Locator(".scroll").EvaluateAsync<int>("e => e.scrollWidth - e.clientWidth"));
        await owner.Page.Locator("tbody tr").First.GetByTitle("Block this caller").ClickAsync();
        await owner.Heading("New blocked caller").WaitForAsync();
    }

    private async Task<string> TokenAsync()
    {
        await using var db = portal.Services.GetRequiredService<Database>().OpenUnrestricted();
        return await db.Calls.Where(c => c.Disposition == Core.Calls.Disposition.Missed).OrderByDescending(c => c.StartedAt)
            .Select(c => c.Token).FirstAsync();
    }
}
