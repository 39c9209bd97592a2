using Microsoft.Playwright;
using Opbx.Core.Permissions;

namespace Opbx.Tests.Browser;

/// <summary>Business hours are drawn with the mouse and the keyboard, typed, saved, and closed by hand.</summary>
public sealed class BusinessHoursTests(SeededPortal portal) : IClassFixture<SeededPortal>
{
    [Fact]
    public async Task A_week_is_drawn_typed_saved_and_found_again()
    {
        await using var owner = await portal.VisitAsync(state: portal.State);
        await owner.OpenAsync("/business-hours");
        await owner.Link("New schedule").ClickAsync();
        await owner.Heading("New schedule").WaitForAsync();
        await owner.Page.GetByLabel("Name", new PageGetByLabelOptions { Exact = true }).FillAsync("Workshop");
        await DrawAsync(owner, (5, 10 * 60), (5, 14 * 60));
        await TypedAsync(owner, "sat", "10:00-14:00");
        await DrawAsync(owner, (5, 12 * 60), (6, 13 * 60));
        await TypedAsync(owner, "sun", "11:00-15:00");
        await DrawAsync(owner, (4, 20 * 60), (5, 2 * 60));
        await TypedAsync(owner, "fri", "09:00-17:00, 20:00-02:00");
        await PullAsync(owner, "#hours-4-0", "end", (4, 16 * 60));
        await TypedAsync(owner, "fri", "09:00-16:00, 20:00-02:00");
        await owner.PictureAsync("business-hours-drawn-light-1440");

        await owner.Page.Locator("#hours-6-0").FocusAsync();
        await owner.Page.Keyboard.PressAsync("Shift+ArrowDown");
        await TypedAsync(owner, "sun", "11:00-15:15");
        await owner.Page.Keyboard.PressAsync("ArrowUp");
        await TypedAsync(owner, "sun", "10:45-15:00");
        await owner.Page.Keyboard.PressAsync("ArrowLeft");
        await TypedAsync(owner, "sat", "10:45-15:00");
        await owner.Page.Locator("#hours-5-0").FocusAsync();
        await owner.Page.Keyboard.PressAsync("Delete");
        await TypedAsync(owner, "sat", "");

        await owner.Page.Locator("#field-week-mon").FillAsync("8-12:30, 13:30-17");
        await owner.Page.Keyboard.PressAsync("Tab");
        await TypedAsync(owner, "mon", "08:00-12:30, 13:30-17:00");
        await owner.Page.GetByLabel("Copy the hours of Monday").ClickAsync();
        await owner.Button("To Monday to Friday").ClickAsync();
        await TypedAsync(owner, "fri", "08:00-12:30, 13:30-17:00");
        await owner.Button("Create schedule").ClickAsync();
        await owner.Heading("Workshop").WaitForAsync();
        await owner.Link("Business hours").First.ClickAsync();
        await owner.Page.Locator("tbody tr").Filter(new LocatorFilterOptions { HasText = "Mon-Fri 08:00-12:30, 13:30-17:00" })
            .GetByRole(AriaRole.Link).First.ClickAsync();
        await owner.Heading("Workshop").WaitForAsync();
        await TypedAsync(owner, "mon", "08:00-12:30, 13:30-17:00");
    }

    [Fact]
    public async Task Closing_a_schedule_by_hand_keeps_what_is_being_edited()
    {
        await using var owner = await portal.VisitAsync(state: portal.State);
        await owner.OpenAsync("/business-hours/Hotline");
        await owner.Page.GetByLabel("Notes (optional)").FillAsync("Ask Olivia before changing this.");
        await owner.Button("Close now, until ...").ClickAsync();
        await owner.Page.GetByLabel("Closed until").SelectOptionAsync(new SelectOptionValue { Label = "Until I take it back" });
        await owner.PictureAsync("business-hours-close-now-light-1440");
        await owner.ShouldBeAccessibleAsync("close now");
        await owner.Button("Close now").ClickAsync();
        await owner.Page.GetByText("Closed by hand until that is taken back.").WaitForAsync();
        Assert.Equal("Ask Olivia before changing this.", await owner.Page.GetByLabel("Notes (optional)").InputValueAsync());
        await owner.Page.GetByText("You have changes that are not saved.").WaitForAsync();
        await owner.PictureAsync("business-hours-closed-light-1440");
        await owner.Button("Follow the schedule again").ClickAsync();
        await owner.Button("Close now, until ...").WaitForAsync();
        await owner.Button("Save").ClickAsync();
        await owner.Page.GetByText("Hotline was saved.").WaitForAsync();
    }

    [Fact]
    public async Task A_day_that_differs_is_added_changed_and_removed()
    {
        await using var owner = await portal.VisitAsync(state: portal.State);
        await owner.OpenAsync("/business-hours/Office");
        await owner.Button("Add a day").ClickAsync();
        await owner.Button("Save").ClickAsync();
        await owner.Page.Locator("#form-errors").WaitForAsync();
        await owner.Page.GetByLabel("What the day is called").FillAsync("Company outing");
        await owner.Page.GetByLabel("On that day").SelectOptionAsync(new SelectOptionValue { Label = "Closed for a part of the day" });
        await owner.Page.GetByLabel("Closed from", new PageGetByLabelOptions { Exact = true }).FillAsync("11");
        await owner.Page.GetByLabel("Closed to", new PageGetByLabelOptions { Exact = true }).FillAsync("14:30");
        await owner.Page.Keyboard.PressAsync("Tab");
        await owner.Page.GetByText("Closed 11:00-14:30").WaitForAsync();
        await owner.PictureAsync("business-hours-exception-light-1440");
        await owner.ShouldBeAccessibleAsync("exception");
        await owner.Button("Save").ClickAsync();
        await owner.Page.GetByText("Office was saved.").WaitForAsync();
        await owner.OpenAsync("/business-hours/Office");
        await owner.Page.Locator(".line").Filter(new LocatorFilterOptions { HasText = "Company outing" })
            .GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { NameRegex = new("^Remove") }).ClickAsync();
        await owner.Page.GetByText("Company outing was removed.").WaitForAsync();
        await owner.Button("Save").ClickAsync();
        await owner.Page.GetByText("Office was saved.").WaitForAsync();
    }

    [Fact]
    public async Task Public_holidays_of_a_country_and_region_are_added()
    {
        await using var owner = await portal.VisitAsync(state: portal.State);
        await owner.OpenAsync("/business-hours/Hotline");
        await owner.Button("Public holidays").ClickAsync();
        await owner.Page.GetByLabel("Country", new PageGetByLabelOptions { Exact = true })
            .SelectOptionAsync(new SelectOptionValue { Label = "Germany" });
        await owner.Page.GetByLabel("Region", new PageGetByLabelOptions { Exact = true })
            .SelectOptionAsync(new SelectOptionValue { Value = "BY" });
        await owner.Page.GetByLabel("Year", new PageGetByLabelOptions { Exact = true })
            .SelectOptionAsync(new SelectOptionValue { Value = "2027" });
        await owner.Page.GetByText("Epiphany").First.WaitForAsync();
        await owner.PictureAsync("business-hours-holidays-light-1440");
        await owner.ShouldBeAccessibleAsync("holidays");
        await owner.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameRegex = new("^Add [0-9]+ days$") }).ClickAsync();
        await owner.Page.GetByText("January 6, every year").First.WaitForAsync();
        await owner.Button("Save").ClickAsync();
        await owner.Page.GetByText("Hotline was saved.").WaitForAsync();
        await owner.OpenAsync("/business-hours/Hotline");
        await owner.Page.GetByText("Epiphany").First.WaitForAsync();
        await owner.PictureAsync("business-hours-imported-light-1440");
    }

    [Fact]
    public async Task Who_may_only_look_finds_everything_and_nothing_to_change()
    {
        await using var reader = await portal.VisitAsync(state: await portal.StateOfAsync(Role.Reporter));
        foreach (var (path, shown) in new[] { ("/business-hours/Office", "Christmas Eve"),
            ("/ivr-menus/Reception%20menu", "Not used: 4 5 6 7 8 #"), ("/ring-groups/Front%20desk", "2 phones ring first") })
        {
            await reader.OpenAsync(path);
            await reader.Page.GetByText(shown).First.WaitForAsync();
            await reader.ShouldBeAccessibleAsync(path);
            Assert.Empty(await reader.Page.Locator(
                "main form :is(button:enabled, input:enabled, select:enabled, textarea:enabled, [data-handle], [data-grip])")
                .EvaluateAllAsync<string[]>("all => all.map(element => element.outerHTML.slice(0, 300))"));
            await reader.OpenAsync(path[..path.IndexOf('/', 1)]);
            Assert.Equal(0, await reader.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { NameRegex = new("^New ") }).CountAsync());
        }
        await reader.OpenAsync("/business-hours/Office");
        await reader.PictureAsync("business-hours-reader-light-1440");
    }

    private static Task TypedAsync(Visitor owner, string day, string hours) =>
        owner.Page.WaitForFunctionAsync("([id, hours]) => document.getElementById(id)?.value === hours",
            new[] { $"field-week-{day}", hours });

    private static async Task DrawAsync(Visitor owner, (int Day, int Minute) from, (int Day, int Minute) to)
    {
        await owner.Page.Locator("svg[data-week]").ScrollIntoViewIfNeededAsync();
        var box = (await owner.Page.Locator("svg[data-week]").BoundingBoxAsync())!;
        await owner.Page.Mouse.MoveAsync(X(box, from.Day), Y(box, from.Minute));
        await owner.Page.Mouse.DownAsync();
        await owner.Page.Mouse.MoveAsync(X(box, to.Day), Y(box, to.Minute), new MouseMoveOptions { Steps = 6 });
        await owner.Page.Mouse.UpAsync();
    }

    private static async Task PullAsync(Visitor owner, string block, string grip, (int Day, int Minute) to)
    {
        var week = (await owner.Page.Locator("svg[data-week]").BoundingBoxAsync())!;
        var box = (await owner.Page.Locator($"{block} [data-grip={grip}]").BoundingBoxAsync())!;
        await owner.Page.Mouse.MoveAsync(box.X + (box.Width / 2), box.Y + (box.Height / 2));
        await owner.Page.Mouse.DownAsync();
        await owner.Page.Mouse.MoveAsync(X(week, to.Day), Y(week, to.Minute), new MouseMoveOptions { Steps = 6 });
        await owner.Page.Mouse.UpAsync();
    }

    private static float X(LocatorBoundingBoxResult box, int day) => box.X + (box.Width * (day + 0.5f) / 7);

    private static float Y(LocatorBoundingBoxResult box, int minute) => box.Y + (box.Height * minute / 1440);
}
