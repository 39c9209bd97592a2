using Opbx.Core.Document.BusinessHours;

namespace Opbx.Tests.BusinessHours;

public sealed class HoursOutlookTests
{
    private static readonly TimeZoneInfo NewYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");
    private static readonly IReadOnlyList<string> Day = ["09:00-12:30", "13:30-17:00"];
    private static readonly BusinessHoursSchedule Office =
        new() { Name = "Office", Week = new WeekHours { Mon = Day, Tue = Day, Wed = Day, Thu = Day, Fri = ["09:00-13:00"] } };

    [Theory]
    [InlineData("2026-11-18T10:00", "2026-11-18T12:30")]
    [InlineData("2026-11-18T12:45", "2026-11-18T13:30")]
    [InlineData("2026-11-18T09:00", "2026-11-18T12:30")]
    [InlineData("2026-11-20T18:00", "2026-11-23T09:00")]
    public void The_next_change_is_the_next_end_or_beginning_of_a_range(string at, string expected) =>
        Assert.Equal(Local(expected), HoursOutlook.NextChange(Compile(Office), Local(at)));

    [Fact]
    public void A_night_shift_ends_on_the_next_day()
    {
        var bar = Office with { Week = new WeekHours { Fri = ["20:00-02:00"], Sat = ["00:00-24:00"] } };
        Assert.Equal(Local("2026-11-22T00:00"), HoursOutlook.NextChange(Compile(bar), Local("2026-11-20T21:00")));
    }

    [Fact]
    public void An_exception_and_a_closure_for_a_part_of_the_day_count()
    {
        var schedule = Office with {
            Exceptions =
            [
                new HoursException { Name = "Thanksgiving", Date = "2026-11-26", Closed = true },
                new HoursException { Name = "Staff meeting", Date = "2026-11-25", ClosedFrom = "10:15", ClosedTo = "11:00" },
            ],
        };
        Assert.Equal(Local("2026-11-25T10:15"), HoursOutlook.NextChange(Compile(schedule), Local("2026-11-25T09:30")));
        Assert.Equal(Local("2026-11-27T09:00"), HoursOutlook.NextChange(Compile(schedule), Local("2026-11-25T17:30")));
    }

    [Fact]
    public void What_was_done_by_hand_ends_by_itself_or_not_at_all()
    {
        var closed = Office with { Override = new HoursOverride { State = HoursState.Closed, Until = Local("2026-11-18T11:07") } };
        Assert.Equal(Local("2026-11-18T11:07"), HoursOutlook.NextChange(Compile(closed), Local("2026-11-18T10:00")));
        Assert.Null(HoursOutlook.NextChange(Compile(Office with { Override = new HoursOverride { State = HoursState.Closed } }),
            Local("2026-11-18T10:00")));
        Assert.Null(HoursOutlook.NextChange(Compile(Office with { Active = false }), Local("2026-11-18T10:00")));
        Assert.Null(HoursOutlook.NextChange(Compile(new BusinessHoursSchedule()), Local("2026-11-18T10:00")));
    }

    [Theory]
    // The clock leaps from 02:00 to 03:00: a range until 02:30 ends at the leap.
    [InlineData("01:00-02:30", "2026-03-08T06:30:00Z", "2026-03-08T07:00:00Z")]
    // The clock is set back from 02:00 to 01:00: a range until 01:30 is open twice.
    [InlineData("00:30-01:30", "2026-11-01T05:00:00Z", "2026-11-01T05:30:00Z")]
    [InlineData("00:30-01:30", "2026-11-01T05:45:00Z", "2026-11-01T06:00:00Z")]
    public void The_days_on_which_the_clock_is_changed_are_right(string range, string at, string expected)
    {
        var night = Office with { Week = new WeekHours { Sun = [range] } };
        Assert.Equal(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture),
            HoursOutlook.NextChange(Compile(night), DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture)));
    }

    private static CompiledHours Compile(BusinessHoursSchedule schedule) => CompiledHours.Compile(schedule, NewYork);

    private static DateTimeOffset Local(string text)
    {
        var local = DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        return new DateTimeOffset(local, NewYork.GetUtcOffset(local));
    }
}
