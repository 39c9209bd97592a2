using Bunit;
using Opbx.Core.Document.BusinessHours;
using Opbx.Portal.Components;
using Opbx.Portal.Features.BusinessHours;

namespace Opbx.Tests.Components;

public sealed class WeekFieldTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 18, 10, 0, 0, TimeSpan.Zero);
    private WeekHours _week = new() { Mon = ["09:00-12:00", "13:00-17:00"], Fri = ["20:00-02:00"] };

    [Theory]
    [InlineData(0, 0, 0, 9 * 60, 12 * 60 + 45, "09:00-12:45, 13:00-17:00")]
    [InlineData(0, 0, 0, 9 * 60, 13 * 60, "09:00-17:00")]
    [InlineData(0, -1, 0, 18 * 60, 1440, "09:00-12:00, 13:00-17:00, 18:00-24:00")]
    public void Drawing_or_pulling_changes_the_day_and_joins_what_touches(int day, int index, int to, int start, int end, string expected)
    {
        using var kit = new Kit();
        Change(Render(kit), new() { Day = day, Index = index, ToDay = to, Start = start, End = end });
        Assert.Equal(expected, HoursInput.Write(_week.Mon));
    }

    [Fact]
    public void Hours_move_to_another_day_and_the_keyboard_follows_them()
    {
        using var kit = new Kit();
        var field = Render(kit);
        Change(field, new() { Day = 4, Index = 0, ToDay = 5, Start = 21 * 60, End = 27 * 60 });
        Assert.Empty(_week.Fri);
        Assert.Equal(["21:00-03:00"], _week.Sat);
        Assert.Equal("Saturday 21:00-03:00.", field.Find("[role=status]").TextContent);
        Assert.Contains(kit.JSInterop.Invocations, call => call.Identifier == "opbx.follow" && (string?)call.Arguments[0] == "hours-5-0");
    }

    [Fact]
    public void Hours_are_removed_with_a_key_and_added_with_a_button()
    {
        using var kit = new Kit();
        var field = Render(kit);
        Change(field, new() { Day = 0, Index = 1, ToDay = 0, Start = 0, End = 60, Removed = true });
        Assert.Equal(["09:00-12:00"], _week.Mon);
        Render(kit).Find("#add-hours-2").Click();
        Assert.Equal(["09:00-17:00"], _week.Wed);
    }

    [Theory]
    [InlineData(7, 0, 0, 0, 60)]
    [InlineData(0, 9, 0, 0, 60)]
    [InlineData(0, 0, 9, 0, 60)]
    [InlineData(0, 0, 0, 600, 600)]
    [InlineData(0, 0, 0, 600, 2050)]
    [InlineData(0, 0, 0, -15, 60)]
    public void What_no_hand_can_draw_changes_nothing(int day, int index, int to, int start, int end)
    {
        using var kit = new Kit();
        var before = _week;
        Change(Render(kit), new() { Day = day, Index = index, ToDay = to, Start = start, End = end });
        Assert.Same(before, _week);
    }

    [Fact]
    public void Typed_hours_and_copies_are_the_same_as_drawn_ones()
    {
        using var kit = new Kit();
        Render(kit).Find("#field-week-tue").Change("8 - 12");
        Assert.Equal(["08:00-12:00"], _week.Tue);
        Render(kit).FindAll("details")[1].QuerySelectorAll("button").First(b => b.TextContent == "To every day").Click();
        Assert.All(Enumerable.Range(0, 7), day => Assert.Equal(["08:00-12:00"], WeekDays.Get(_week, day)));
    }

    [Fact]
    public void Hours_across_midnight_are_drawn_on_both_days_but_are_one()
    {
        using var kit = new Kit();
        var blocks = Render(kit).FindAll("[data-day='4'][data-index='0']");
        Assert.Equal(["4", "5"], blocks.Select(b => b.GetAttribute("data-column")));
        Assert.Equal("Friday 20:00 to 02:00 on the next day", Assert.Single(blocks, b => b.HasAttribute("tabindex"))
            .GetAttribute("aria-label"));
    }

    [Fact]
    public void Who_may_only_look_cannot_draw() =>
        Assert.Empty(Render(new Kit(), mayEdit: false).FindAll("[data-week], [data-grip], [tabindex], button"));

    private static void Change(IRenderedComponent<WeekField> field, RangeChangedEventArgs change) =>
        field.Find("svg.grid").TriggerEvent("onrangechanged", change);

    private IRenderedComponent<WeekField> Render(Kit kit, bool mayEdit = true) => kit.Render<WeekField>(p => p
        .Add(w => w.Week, _week)
        .Add(w => w.WeekChanged, week => _week = week)
        .Add(w => w.Now, Now)
        .Add(w => w.MayEdit, mayEdit));
}
