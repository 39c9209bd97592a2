using Microsoft.Playwright;

namespace Opbx.Tests.Browser;

/// <summary>A ring group is made, put in order with the mouse and with the keyboard, saved and found again.</summary>
public sealed class RingGroupTests(SeededPortal portal) : IClassFixture<SeededPortal>
{
    [Fact]
    public async Task A_ring_group_is_created_ordered_saved_and_found_again()
    {
        await using var owner = await portal.VisitAsync(state: portal.State);
        await owner.OpenAsync("/ring-groups");
        await owner.Link("New ring group").ClickAsync();
        await owner.Heading("New ring group").WaitForAsync();
        await owner.Button("Create ring group").ClickAsync();
        await owner.Page.Locator("#form-errors").WaitForAsync();
        await owner.PictureAsync("ring-group-errors-light-1440");
        await owner.Page.GetByLabel("Name", new PageGetByLabelOptions { Exact = true }).FillAsync("Sales");
        foreach (var name in new[] { "1001 Anna Bell", "1002 Ben Ode", "1005 Eun-ji Park" }) await AddAsync(owner, name);
        await owner.Page.GetByLabel("Add an outside number").FillAsync("+1 202 555 0143");
        await owner.Page.Keyboard.PressAsync("Enter");
        await MemberAsync(owner, 3, "(202) 555-0143");
        await owner.Page.GetByText("One after another", new PageGetByTextOptions { Exact = true }).ClickAsync();
        await owner.Page.GetByText("1001 Anna Bell rings first").WaitForAsync();

        await owner.Button("Move 1002 Ben Ode up").FocusAsync();
        await owner.Page.Keyboard.PressAsync("Enter");
        await owner.Page.GetByText("1002 Ben Ode is now number 1 of 4.").WaitForAsync();
        await MemberAsync(owner, 0, "1002 Ben Ode");
        await owner.Page.GetByText("1002 Ben Ode rings first").WaitForAsync();
        Assert.Equal("Move 1002 Ben Ode up",
            await owner.Page.EvaluateAsync<string>("() => document.activeElement.getAttribute('aria-label')"));

        await DragAsync(owner, from: 2, to: 0);
        await MemberAsync(owner, 0, "1005 Eun-ji Park");
        await owner.PictureAsync("ring-group-edited-light-1440");
        await owner.Button("Create ring group").ClickAsync();
        await owner.Heading("Sales").WaitForAsync();
        await owner.Link("Ring groups").First.ClickAsync();
        await owner.Page.Locator("tbody tr")
            .Filter(new LocatorFilterOptions { HasText = "Eun-ji Park, Ben Ode, Anna Bell, (202) 555-0143" }).GetByRole(AriaRole.Link)
            .ClickAsync();
        await owner.Heading("Sales").WaitForAsync();
        await MemberAsync(owner, 0, "1005 Eun-ji Park");
        await owner.Button("Remove 1002 Ben Ode").ClickAsync();
        await MemberAsync(owner, 1, "1001 Anna Bell");
        await owner.Button("Save").ClickAsync();
        await owner.Page.GetByText("Sales was saved.").WaitForAsync();
    }

    private static async Task AddAsync(Visitor owner, string name)
    {
        await owner.Page.Locator(".rz-dropdown")
            .Filter(new LocatorFilterOptions { Has = owner.Page.Locator("[aria-label='Add a person']") }).ClickAsync();
        await owner.Page.Locator(".rz-dropdown-panel:visible input").FillAsync(name[5..]);
        await owner.Page.Locator(".rz-dropdown-item:visible").Filter(new LocatorFilterOptions { HasText = name }).ClickAsync();
        await owner.Page.Locator("[data-line]").Filter(new LocatorFilterOptions { HasText = name }).WaitForAsync();
    }

    private static Task MemberAsync(Visitor owner, int index, string name) =>
        owner.Page.Locator($"[data-line]:nth-child({index + 1})").Filter(new LocatorFilterOptions { HasText = name }).WaitForAsync();

    private static async Task DragAsync(Visitor owner, int from, int to)
    {
        var handles = owner.Page.Locator("[data-handle]");
        await handles.Nth(to).ScrollIntoViewIfNeededAsync();
        var (start, end) = ((await handles.Nth(from).BoundingBoxAsync())!, (await handles.Nth(to).BoundingBoxAsync())!);
        await owner.Page.Mouse.MoveAsync(start.X + (start.Width / 2), start.Y + (start.Height / 2));
        await owner.Page.Mouse.DownAsync();
        await owner.Page.Mouse.MoveAsync(end.X + (end.Width / 2), end.Y, new MouseMoveOptions { Steps = 8 });
        await owner.Page.Mouse.UpAsync();
    }
}
