using Opbx.Core.Document.BusinessHours;
using Opbx.Portal.Features.BusinessHours;

namespace Opbx.Tests.Components;

public sealed class HoursInputTests
{
    [Theory]
    [InlineData("09:00-12:30", "09:00-12:30")]
    [InlineData("9-12:30, 13.30 - 17", "09:00-12:30, 13:30-17:00")]
    [InlineData("9am to 5pm", "09:00-17:00")]
    [InlineData("12am-12pm; 1:15 PM until 2pm", "00:00-12:00, 13:15-14:00")]
    [InlineData("22:00-2", "22:00-02:00")]
    [InlineData("0-24", "00:00-24:00")]
    [InlineData("all day", "00:00-24:00")]
    [InlineData("10-12, 9-11", "09:00-12:00")]
    [InlineData("closed", "")]
    [InlineData("  ", "")]
    public void Hours_are_read_as_people_type_them(string typed, string expected) =>
        Assert.Equal(expected, HoursInput.Write(HoursInput.Read(typed)));

    [Theory]
    [InlineData("whenever")]
    [InlineData("25-26")]
    [InlineData("13pm-14pm")]
    [InlineData("9-9")]
    public void What_is_not_understood_stays_and_is_said(string typed)
    {
        var hours = HoursInput.Read(typed);
        Assert.NotEmpty(hours);
        Assert.NotNull(HoursInput.Fault(hours));
    }

    [Fact]
    public void A_week_is_told_in_a_few_words()
    {
        IReadOnlyList<string> day = ["09:00-17:00"];
        Assert.Equal("Mon-Thu 09:00-17:00; Sat 10:00-14:00",
            HoursText.For(new WeekHours { Mon = day, Tue = day, Wed = day, Thu = day, Sat = ["10:00-14:00"] }));
        Assert.Equal("Never open", HoursText.For(new WeekHours()));
    }

    [Theory]
    [InlineData("2026-12-25", DayLook.Special, "Christmas brunch")]
    [InlineData("2027-12-25", DayLook.Closed, "Christmas")]
    [InlineData("2026-11-16", DayLook.Open, null)]
    [InlineData("2026-11-17", DayLook.WeekClosed, null)]
    public void A_day_of_the_year_shows_its_exception_before_its_week(string date, object look, string? name)
    {
        var schedule = new BusinessHoursSchedule {
            Week = new WeekHours { Mon = ["09:00-17:00"] },
            Exceptions = [new HoursException { Name = "Christmas", Yearly = "12-25", Closed = true },
                new HoursException { Name = "Christmas brunch", Date = "2026-12-25", Hours = ["10:00-12:00"] }],
        };
        var day = YearDay.For(schedule, DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(((DayLook)look, name), (day.Look, day.Name));
    }
}
