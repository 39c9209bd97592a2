using Microsoft.Extensions.DependencyInjection;
using Opbx.Core.Configuration;
using Opbx.Core.Document;
using Opbx.Core.Document.Extensions;

namespace Opbx.Tests.Browser;

/// <summary>A change is saved for later, seen by the simulator and taken back; somebody covers for somebody else.</summary>
public sealed class ScheduledChangesTests(SeededPortal portal) : IClassFixture<SeededPortal>
{
    private PbxDocument Document => portal.Services.GetRequiredService<ConfigurationStore>().All.Single().Document;

    [Fact]
    public async Task A_change_is_saved_for_later_and_taken_back()
    {
        await using var owner = await portal.VisitAsync(state: portal.State);
        var before = Document.ConferenceRooms.Single(r => r.Name == "Board").MaxParticipants;
        await owner.OpenAsync("/conference-rooms/Board");
        await owner.Page.GetByLabel("Room for").FillAsync("77");
        await owner.Page.GetByLabel("Room for").BlurAsync();
        await owner.Button("Save later ...").ClickAsync();
        await owner.Page.GetByLabel("From").FillAsync("2020-01-01T00:00");
        await owner.Page.GetByLabel("From").BlurAsync();
        await owner.Button("Schedule the change").ClickAsync();
        await owner.Page.GetByText("This time is over. Choose one to come, or save at once.").First.WaitForAsync();
        await owner.ShouldBeAccessibleAsync("save later");
        await owner.PictureAsync("save-later-light-1440");
        var year = TimeProvider.System.GetUtcNow().Year + 1;
        await owner.Page.GetByLabel("Title").FillAsync("More room in July");
        await owner.Page.GetByLabel("From").FillAsync($"{year}-07-01T00:00");
        await owner.Page.GetByLabel("Until").FillAsync($"{year}-08-01T00:00");
        await owner.Page.GetByLabel("Until").BlurAsync();
        await owner.Button("Schedule the change").ClickAsync();
        await owner.Heading("Scheduled changes").WaitForAsync();
        await owner.Link("More room in July").WaitForAsync();
        await owner.ShouldLookGoodAsync("scheduled-changes-one");
        Assert.Equal(before, Document.ConferenceRooms.Single(r => r.Name == "Board").MaxParticipants);

        await owner.FollowAsync("More room in July", "More room in July");
        await owner.Page.GetByText("maxParticipants").WaitForAsync();
        await owner.ShouldLookGoodAsync("scheduled-change");
        await owner.Link("Try a call then").ClickAsync();
        await owner.Page.GetByText("Scheduled changes in force by then").WaitForAsync();
        await owner.FollowAsync("More room in July", "Scheduled changes");
        await owner.FollowAsync("More room in July", "More room in July");
        await owner.Button("Take it back").ClickAsync();
        await owner.Page.Locator("#confirm-yes").ClickAsync();
        await owner.Page.GetByText("Taken back").First.WaitForAsync();
        await owner.FollowAsync("Conference room Board", "Board");
        await owner.Link("History").Last.ClickAsync();
        await owner.Page.GetByText("Only Board").WaitForAsync();
    }

    [Fact]
    public async Task Somebody_covers_for_a_person_from_now_on_until_it_is_ended()
    {
        await using var owner = await portal.VisitAsync(state: portal.State);
        await owner.OpenAsync("/extensions/1003");
        await owner.Link("Cover").ClickAsync();
        await owner.Button("Let them cover").ClickAsync();
        await owner.Page.GetByText("Say until when.").First.WaitForAsync();
        await owner.Page.GetByLabel("Calls go to").SelectOptionAsync(new Microsoft.Playwright.SelectOptionValue { Index = 1 });
        await owner.Page.GetByLabel("Until").FillAsync($"{TimeProvider.System.GetUtcNow().Year + 1}-01-15T09:00");
        await owner.Page.GetByLabel("Until").BlurAsync();
        await owner.Button("Let them cover").ClickAsync();
        await owner.Button("End it now").WaitForAsync();
        await owner.ShouldLookGoodAsync("cover");
        Assert.IsType<ExtensionDestination>(Document.Extensions.OfType<UserExtension>().Single(e => e.Number == "1003").Forwarding.Always);
        await owner.Button("End it now").ClickAsync();
        await owner.Page.GetByText("Calls come here again.").First.WaitForAsync();
        Assert.Null(Document.Extensions.OfType<UserExtension>().Single(e => e.Number == "1003").Forwarding.Always);
        await owner.OpenAsync("/account/cover");
        await owner.Heading("You have no extension of your own").WaitForAsync();
    }
}
