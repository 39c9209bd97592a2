using Opbx.Core.Document;
using Opbx.Core.Document.BusinessHours;
using Opbx.Core.Document.Prompts;

namespace Opbx.Tests.BusinessHours;

public sealed class HoursClockTests
{
    private static readonly TimeZoneInfo NewYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");
    private static readonly string[] NineToFive = ["09:00-17:00"];
    private static readonly WeekHours Weekdays =
        new() { Mon = NineToFive, Tue = NineToFive, Wed = NineToFive, Thu = NineToFive, Fri = NineToFive };
    private static readonly WeekHours Always = Daily("00:00-24:00");

    private static WeekHours Daily(params string[] r) => new() { Mon = r, Tue = r, Wed = r, Thu = r, Fri = r, Sat = r, Sun = r };

    private static BusinessHoursSchedule Office(WeekHours week, params HoursException[] exceptions) => new() {
        Name = "Office",
        Week = week,
        Exceptions = exceptions,
        Open = new HangupDestination { Say = "OPEN" },
        Closed = new HangupDestination { Say = "CLOSED" },
    };

    private static HoursVerdict Ask(BusinessHoursSchedule schedule, string at) =>
        HoursClock.Evaluate(schedule, NewYork, DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture));

    private static void Expect(BusinessHoursSchedule schedule, string at, bool open)
    {
        var verdict = Ask(schedule, at);
        Assert.True(open == verdict.IsOpen, $"{at}: {verdict.Sentence}");
        Assert.Equal(open ? "OPEN" : "CLOSED", Assert.IsType<HangupDestination>(verdict.Destination).Say);
        Assert.StartsWith("Office is ", verdict.Sentence);
    }

    [Theory]
    [InlineData("2025-01-06T08:59:59.999-05:00", false)]
    [InlineData("2025-01-06T09:00:00-05:00", true)]
    [InlineData("2025-01-06T16:59:59.999-05:00", true)]
    [InlineData("2025-01-06T17:00:00-05:00", false)]
    [InlineData("2025-01-11T10:00:00-05:00", false)]
    [InlineData("2025-01-06T14:00:00Z", true)]
    [InlineData("2025-01-07T07:00:00+09:00", false)]
    [InlineData("2025-01-07T06:59:59+09:00", true)]
    [InlineData("2025-07-07T12:59:59Z", false)]
    [InlineData("2025-07-07T13:00:00Z", true)]
    [InlineData("2025-07-07T21:00:00Z", false)]
    public void A_range_holds_its_start_and_not_its_end_in_local_time(string at, bool open) => Expect(Office(Weekdays), at, open);

    [Theory]
    [InlineData("2025-01-06T23:59:59-05:00")]
    [InlineData("2025-01-07T00:00:00-05:00")]
    public void Around_the_clock_has_no_gap(string at) => Expect(Office(Always), at, true);

    [Theory]
    [InlineData("2025-01-10T05:00:00-05:00", false)]
    [InlineData("2025-01-10T21:59:59-05:00", false)]
    [InlineData("2025-01-10T22:00:00-05:00", true)]
    [InlineData("2025-01-11T05:59:59-05:00", true)]
    [InlineData("2025-01-11T06:00:00-05:00", false)]
    public void A_range_across_midnight_belongs_to_the_day_on_which_it_starts(string at, bool open)
    {
        var night = Office(new() { Fri = ["22:00-06:00"] });
        Expect(night, at, open);
        var closedSaturday = new HoursException { Name = "Saturday", Date = "2025-01-11", Closed = true };
        var cutSaturday = new HoursException { Name = "Early", Date = "2025-01-11", ClosedFrom = "00:00", ClosedTo = "05:00" };
        Expect(night with { Exceptions = [closedSaturday, cutSaturday] }, at, open);
        Expect(night with { Exceptions = [new() { Name = "Friday", Date = "2025-01-10", Closed = true }] }, at, false);
    }

    [Fact]
    public void A_closed_night_is_closed_by_its_own_exception_after_midnight_too()
    {
        var party = new HoursException {
            Name = "Party", Date = "2025-01-10", Closed = true,
            Destination = new HangupDestination { Say = "PARTY" }
        };
        var night = Office(new() { Fri = ["22:00-06:00"] }, party);
        Assert.Equal("Party", Ask(night, "2025-01-11T02:00:00-05:00").Exception);
        Assert.Equal(HoursCause.Nothing, Ask(night, "2025-01-11T07:00:00-05:00").Cause);
    }

    [Theory]
    [InlineData("2025-01-06T09:30:00-05:00", false)]
    [InlineData("2025-01-06T10:00:00-05:00", true)]
    [InlineData("2025-01-06T14:00:00-05:00", false)]
    [InlineData("2025-01-07T09:30:00-05:00", true)]
    [InlineData("2025-01-11T11:00:00-05:00", true)]
    [InlineData("2025-01-11T12:00:00-05:00", false)]
    [InlineData("2025-01-08T10:00:00-05:00", false)]
    [InlineData("2025-01-09T10:59:59-05:00", true)]
    [InlineData("2025-01-09T11:00:00-05:00", false)]
    [InlineData("2025-01-09T12:59:59-05:00", false)]
    [InlineData("2025-01-09T13:00:00-05:00", true)]
    [InlineData("2025-01-09T15:30:00-05:00", false)]
    public void Exceptions_replace_the_day_or_cut_it(string at, bool open) => Expect(Office(Weekdays,
        new() { Name = "Short", Date = "2025-01-06", Hours = ["10:00-14:00"] },
        new() { Name = "Saturday", Date = "2025-01-11", Hours = ["10:00-12:00"] },
        new() { Name = "Nothing", Date = "2025-01-08", Hours = [] },
        new() { Name = "Training", Date = "2025-01-09", ClosedFrom = "11:00", ClosedTo = "13:00" },
        new() { Name = "Cake", Date = "2025-01-09", ClosedFrom = "15:00", ClosedTo = "24:00" }), at, open);

    [Fact]
    public void A_dated_exception_beats_a_yearly_one()
    {
        var schedule =
            Office(Weekdays, new() { Name = "Christmas", Yearly = "12-25", Closed = true },
                new() { Name = "Open after all", Date = "2025-12-25", Hours = ["10:00-12:00"] });
        Expect(schedule, "2025-12-25T11:00:00-05:00", true);
        Expect(schedule, "2026-12-25T11:00:00-05:00", false);
        Assert.Equal("Christmas", Ask(schedule, "2026-12-25T11:00:00-05:00").Exception);
        Assert.Equal("Open after all", Ask(schedule, "2025-12-25T13:00:00-05:00").Exception);
    }

    [Fact]
    public void The_29th_of_February_comes_in_leap_years_only()
    {
        var schedule = Office(Always, new HoursException { Name = "Leap day", Yearly = "02-29", Closed = true });
        Expect(schedule, "2028-02-29T10:00:00-05:00", false);
        Expect(schedule, "2027-02-28T10:00:00-05:00", true);
        Expect(schedule, "2027-03-01T10:00:00-05:00", true);
    }

    [Fact]
    public void An_override_holds_until_its_end_and_takes_its_own_way()
    {
        var until = new DateTimeOffset(2027, 1, 4, 12, 0, 0, TimeSpan.FromHours(-5));
        var storm = Office(Always) with { Override = new() { State = HoursState.Closed, Until = until } };
        Expect(storm, "2027-01-04T11:59:59-05:00", false);
        Expect(storm, "2027-01-04T17:00:00Z", true);
        Expect(Office(new()) with { Override = new() { State = HoursState.Open } }, "2025-01-12T03:00:00-05:00", true);
        var elsewhere = new HangupDestination { Say = "STORM" };
        Assert.Equal(elsewhere,
            Ask(storm with { Override = new() { State = HoursState.Closed, Destination = elsewhere } },
                "2027-01-04T11:00:00-05:00").Destination);
        Assert.Contains("until 2027-01-04 12:00", Ask(storm, "2027-01-04T11:00:00-05:00").Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void An_inactive_schedule_is_closed_whatever_else_it_says() =>
        Expect(Office(Always) with { Active = false, Override = new() { State = HoursState.Open } }, "2025-01-06T10:00:00-05:00", false);

    [Fact]
    public void Its_own_time_zone_counts_and_an_unknown_one_is_passed_by()
    {
        Expect(Office(Weekdays) with { TimeZone = "Europe/Berlin" }, "2025-01-06T08:00:00Z", true);
        Expect(Office(Weekdays) with { TimeZone = "Europe/Berlin" }, "2025-01-06T16:00:00Z", false);
        Expect(Office(Weekdays) with { TimeZone = "Mars/Olympus" }, "2025-01-06T16:00:00Z", true);
    }

    [Fact]
    public void An_exception_gives_destination_prompt_and_reason()
    {
        var party = new HangupDestination { Say = "PARTY" };
        var prompt = new PromptValue { Say = "We celebrate." };
        var verdict =
            Ask(Office(Weekdays,
                new HoursException { Name = "Party", Date = "2025-01-08", Closed = true, Destination = party, Prompt = prompt }),
                "2025-01-08T10:00:00-05:00");
        Assert.Equal((party, prompt, "Party", HoursCause.Exception, "closedByException"),
            (verdict.Destination, verdict.Prompt, verdict.Exception, verdict.Cause, verdict.Code));
        Assert.Equal("Office is closed: exception 'Party' on 2025-01-08.", verdict.Sentence);
    }

    [Theory]
    // New York springs from 02:00 to 03:00 on 2025-03-09 and falls back from 02:00 to 01:00 on 2025-11-02.
    [InlineData("2025-03-09T06:29:59Z", false)]
    [InlineData("2025-03-09T06:30:00Z", true)]
    [InlineData("2025-03-09T06:59:59Z", true)]
    [InlineData("2025-03-09T07:00:00Z", true)]
    [InlineData("2025-03-09T07:30:00Z", false)]
    [InlineData("2025-11-02T05:29:59Z", false)]
    [InlineData("2025-11-02T05:30:00Z", true)]
    [InlineData("2025-11-02T06:00:00Z", false)]
    [InlineData("2025-11-02T06:30:00Z", true)]
    [InlineData("2025-11-02T08:29:59Z", true)]
    [InlineData("2025-11-02T08:30:00Z", false)]
    public void On_the_days_when_clocks_change_the_wall_clock_counts(string at, bool open) =>
        Expect(Office(Daily("01:30-03:30")), at, open);

    [Theory]
    [InlineData("09:00-17:00", "09:00-17:00")]
    [InlineData("00:00-24:00", "00:00-24:00")]
    [InlineData("22:00-06:00", "22:00-06:00")]
    [InlineData("22:00-00:00", "22:00-24:00")]
    public void Ranges_are_read_and_written(string text, string written)
    {
        Assert.True(HoursRange.TryParse(text, out var range, out _));
        Assert.Equal(written, range.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("9:00-17:00")]
    [InlineData("09:00 - 17:00")]
    [InlineData("09:00-25:00")]
    [InlineData("09:60-10:00")]
    [InlineData("24:01-10:00")]
    [InlineData("24:00-10:00")]
    [InlineData("09:00-09:00")]
    [InlineData("+9:00-17:00")]
    [InlineData("09-00:17:00")]
    public void What_is_no_range_gets_a_sentence(string? text)
    {
        Assert.False(HoursRange.TryParse(text, out _, out var sentence));
        Assert.EndsWith(".", sentence);
    }

    [Fact]
    public void Days_are_read_and_what_is_none_gets_a_sentence()
    {
        Assert.True(HoursDay.TryParseDate("2026-12-24", out var date, out _));
        Assert.Equal(new DateOnly(2026, 12, 24), date);
        Assert.True(HoursDay.TryParseYearly("02-29", out var day, out _));
        Assert.Equal((2, 29), day);
        foreach (var text in new[] { null, "", "2026-02-29", "24.12.2026", "2026-12-24T00:00" })
        {
            Assert.False(HoursDay.TryParseDate(text, out _, out var sentence));
            Assert.EndsWith(".", sentence);
        }
        foreach (var text in new[] { null, "", "02-30", "13-01", "1-1", "12-25x" })
        {
            Assert.False(HoursDay.TryParseYearly(text, out _, out var sentence));
            Assert.EndsWith(".", sentence);
        }
    }
}
