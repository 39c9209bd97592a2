using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Opbx.Core.Configuration;

namespace Opbx.Tests.Browser;

/// <summary>A change is found in the history, looked at and taken back; one that was overwritten since then only when wanted.</summary>
public sealed class HistoryPageTests(SeededPortal portal) : IClassFixture<SeededPortal>
{
    private int MostPeople =>
        portal.Services.GetRequiredService<ConfigurationStore>().All.Single().Document.ConferenceRooms.Single(
            r => r.Name == "Board").MaxParticipants;

    [Fact]
    public async Task A_change_is_taken_back_after_a_look_at_what_that_does()
    {
        await using var owner = await portal.VisitAsync(state: portal.State);
        var before = MostPeople;
        await ChangeAsync(owner, 33);
        await owner.FollowAsync("History", "History");
        await owner.FollowAsync("Conference room Board", "Conference room Board: changed");
        await owner.Page.GetByText("maxParticipants").WaitForAsync();
        await owner.ShouldLookGoodAsync("history-change");
        await owner.Button("Undo this change").ClickAsync();
        await owner.Page.GetByText($"33 becomes {before}").WaitForAsync();
        await owner.PictureAsync("history-undo-light-1440");
        await owner.Button("Take back").ClickAsync();
        await owner.Heading("History").WaitForAsync();
        Assert.Equal(before, MostPeople);

        await ChangeAsync(owner, 44);
        await owner.FollowAsync("History", "History");
        await owner.FollowAsync("Conference room Board", "Conference room Board: changed");
        await owner.Button("Undo this change").WaitForAsync();
        var change = owner.Page.Url;
        await ChangeAsync(owner, 55);
        await owner.OpenAsync(new Uri(change).AbsolutePath);
        await owner.Button("Undo this change").ClickAsync();
        await owner.Page.GetByText("Overwrite later changes?").WaitForAsync();
        await owner.Button("Cancel").ClickAsync();
        await owner.Page.GetByText("Overwrite later changes?")
            .WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Detached });
        Assert.Equal(55, MostPeople);
        await owner.Button("Restore to before this").ClickAsync();
        await owner.Page.GetByText($"55 becomes {before}").WaitForAsync();
        await owner.Button("Take back").ClickAsync();
        await owner.Heading("History").WaitForAsync();
        Assert.Equal(before, MostPeople);
    }

    private async Task ChangeAsync(Visitor owner, int most)
    {
        await owner.OpenAsync("/conference-rooms/Board");
        await owner.Page.GetByLabel("Room for").FillAsync(most.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await owner.Button("Save").ClickAsync();
        await owner.Page.GetByText("Board was saved.").First.WaitForAsync();
        Assert.Equal(most, MostPeople);
    }
}
