using Microsoft.Playwright;

namespace Opbx.Tests.Browser;

/// <summary>The connection to the server goes away and comes back.</summary>
public sealed class ReconnectTests(SeededPortal portal) : IClassFixture<SeededPortal>
{
    [Fact]
    public async Task A_lost_connection_is_shown_and_the_page_comes_back_by_itself()
    {
        await using var wire = new Wire(portal.Address);
        await using var owner = await portal.VisitAsync(through: wire.Address);
        await owner.SignInAsync(TestPortal.OwnerEmail, TestPortal.OwnerPassword);
        wire.Cut();
        await owner.Heading("Connecting again").WaitForAsync();
        await owner.PictureAsync("reconnect-light-1440");
        wire.Mend();
        await owner.Heading("Connecting again").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Hidden });
        await owner.Page.Locator("[data-interactive='1']").WaitForAsync();
        await owner.Link("Extensions").First.ClickAsync();
        await owner.Page.GetByText("Anna Bell").First.WaitForAsync();
    }
}
