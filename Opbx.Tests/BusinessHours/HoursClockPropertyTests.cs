using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Opbx.Core.Document;
using Opbx.Core.Document.BusinessHours;

namespace Opbx.Tests.BusinessHours;

/// <summary>Compares the clock with a second implementation that is slow and obvious: it paints every minute of two days.</summary>
public sealed class HoursClockPropertyTests
{
    private static readonly string[] Zones = ["America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "Asia/Kolkata", "UTC"];

    // Days around which the instants lie: both changes of the clocks in New York and Berlin, a leap day, a new year, an ordinary week.
    private static readonly DateOnly[] Anchors =
        [new(2025, 3, 9), new(2025, 11, 2), new(2026, 3, 29), new(2026, 10, 25), new(2028, 2, 29), new(2027, 1, 1), new(2026, 6, 17)];

    private static Gen<string> Time(int from, int to) =>
        Gen.Choose(from * 4, to * 4).Select(q => string.Create(CultureInfo.InvariantCulture, $"{q / 4:00}:{q % 4 * 15:00}"));

    private static readonly Gen<string> Range =
        from start in Time(0, 23)
        from end in Time(0, 24).Where(e => e != start)
        select $"{start}-{end}";

    private static readonly Gen<string[]> Ranges = Gen.Choose(0, 3).SelectMany(n => Range.ArrayOf(n));

    private static Gen<HoursException> Exception(DateOnly anchor) =>
        from offset in Gen.Choose(-3, 3)
        from yearly in Gen.Choose(0, 1)
        from kind in Gen.Choose(0, 2)
        from hours in Ranges
        from closure in Range
        from name in Gen.Choose(1, 1000)
        let day = anchor.AddDays(offset)
        select new HoursException {
            Name = $"E{name}",
            Date = yearly == 0 ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
            Yearly = yearly == 1 ? day.ToString("MM-dd", CultureInfo.InvariantCulture) : null,
            Closed = kind == 0 ? true : null,
            Hours = kind == 1 ? hours : null,
            ClosedFrom = kind == 2 ? closure[..5] : null,
            ClosedTo = kind == 2 ? closure[6..] : null,
        };

    private static readonly Gen<(BusinessHoursSchedule Schedule, DateTimeOffset At)> Case =
        from anchor in Gen.Elements(Anchors)
        from zone in Gen.Elements(Zones)
        from week in Ranges.ArrayOf(7)
        from count in Gen.Choose(0, 4)
        from exceptions in Exception(anchor).ArrayOf(count)
        from quarters in Gen.Choose(-3 * 96, 4 * 96)
        from slip in Gen.Elements(-1, 0, 1)
        from hand in Gen.Choose(0, 11)
        let at = new DateTimeOffset(anchor, TimeOnly.MinValue, TimeSpan.Zero).AddMinutes(15 * quarters).AddSeconds(slip)
        select (new BusinessHoursSchedule {
            Name = "Office",
            TimeZone = zone,
            Week = new() { Mon = week[0], Tue = week[1], Wed = week[2], Thu = week[3], Fri = week[4], Sat = week[5], Sun = week[6] },
            Exceptions = exceptions,
            Open = new HangupDestination { Say = "OPEN" },
            Closed = new HangupDestination { Say = "CLOSED" },
            // By hand now and then: without an end, with one in a second, now, or a second ago.
            Override = hand > 7 ? null
                : new HoursOverride {
                    State = hand % 2 == 0 ? HoursState.Open : HoursState.Closed, Until = hand < 2 ? null
                    : at.AddSeconds(2 - (hand / 2))
                },
        }, at);

    private static bool SlowlyOpen(BusinessHoursSchedule schedule, DateTimeOffset at) =>
        schedule.Override is { } hand && (hand.Until is null || hand.Until.Value.Subtract(at) > TimeSpan.Zero)
            ? hand.State == HoursState.Open : PaintedDays.IsOpen(schedule, at);

    [Fact]
    public void The_clock_agrees_with_painted_days()
    {
        var open = 0;
        var total = 0;
        Prop.ForAll(Case.ToArbitrary(), c =>
        {
            var verdict = HoursClock.Evaluate(c.Schedule, TimeZoneInfo.Utc, c.At);
            total++;
            if (verdict.IsOpen) open++;
            return verdict.IsOpen == SlowlyOpen(c.Schedule, c.At)
                && ((HangupDestination)verdict.Destination).Say == (verdict.IsOpen ? "OPEN" : "CLOSED");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(6000));
        Assert.InRange(open, total / 10, total * 9 / 10); // Both answers came up often enough to mean something.
    }

    [Fact]
    public void An_exception_that_is_named_is_one_of_today_or_yesterday_and_decides() =>
        Prop.ForAll(Case.ToArbitrary(), c =>
        {
            var verdict = HoursClock.Evaluate(c.Schedule, TimeZoneInfo.Utc, c.At);
            if (verdict.Exception is null) return true;
            var without = c.Schedule with { Exceptions = [.. c.Schedule.Exceptions.Where(e => e.Name != verdict.Exception)] };
            return c.Schedule.Exceptions.Any(e => e.Name == verdict.Exception)
                && HoursClock.Evaluate(without, TimeZoneInfo.Utc, c.At).Exception != verdict.Exception
                && verdict.Sentence.Contains($"'{verdict.Exception}'", StringComparison.Ordinal);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void The_next_change_is_the_one_that_walking_minute_by_minute_finds() =>
        Prop.ForAll(Case.ToArbitrary(), c =>
        {
            var hours = CompiledHours.Compile(c.Schedule, TimeZoneInfo.Utc);
            var open = hours.At(c.At).IsOpen;
            var minute = new DateTimeOffset(c.At.UtcTicks / TimeSpan.TicksPerMinute * TimeSpan.TicksPerMinute, TimeSpan.Zero);
            var walked = Enumerable.Range(1, 2 * 1440).Select(i => minute.AddMinutes(i));
            if (c.Schedule.Override?.Until is { } until && until > c.At) walked = walked.Prepend(until);
            var expected = walked.Where(at => at > c.At && hours.At(at).IsOpen != open).Select(at => (DateTimeOffset?)at).FirstOrDefault();
            var found = HoursOutlook.NextChange(hours, c.At);
            return expected is null ? found is null || found > minute.AddMinutes(2 * 1440) : found == expected;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
}
