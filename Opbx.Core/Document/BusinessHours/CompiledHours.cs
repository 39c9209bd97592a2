namespace Opbx.Core.Document.BusinessHours;

/// <summary>A schedule prepared so that evaluating it costs a few comparisons. Immutable.</summary>
public sealed class CompiledHours
{
    private readonly TimeZoneInfo _zone;
    private readonly HoursRange[][] _week;
    private readonly Dictionary<DateOnly, DayException> _dated;
    private readonly Dictionary<(int Month, int Day), DayException> _yearly;

    private CompiledHours(BusinessHoursSchedule schedule, TimeZoneInfo zone)
    {
        Schedule = schedule;
        _zone = zone;
        var week = schedule.Week;
        _week = [.. new[] { week.Sun, week.Mon, week.Tue, week.Wed, week.Thu, week.Fri, week.Sat }.Select(Ranges)];
        _dated = ByDay(schedule.Exceptions, e => HoursDay.TryParseDate(e.Date, out var date, out _) ? date : (DateOnly?)null);
        _yearly = ByDay(schedule.Exceptions, e => HoursDay.TryParseYearly(e.Yearly, out var day, out _) ? day : ((int, int)?)null);
    }

    public BusinessHoursSchedule Schedule { get; }

    public TimeZoneInfo Zone => _zone;

    /// <summary>Uses the schedule's own time zone, or the PBX's when it has none or an unknown one.</summary>
    public static CompiledHours Compile(BusinessHoursSchedule schedule, TimeZoneInfo pbxZone) =>
        new(schedule, schedule.TimeZone is { } id && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var own) ? own : pbxZone);

    /// <summary>Whether the schedule is open at an instant, and why.</summary>
    public HoursVerdict At(DateTimeOffset at)
    {
        if (!Schedule.Active) return HoursSentences.Inactive(Schedule);
        if (Schedule.Override is { } hand && (hand.Until is not { } until || at < until))
            return HoursSentences.ByHand(Schedule, hand, hand.Until is { } end ? TimeZoneInfo.ConvertTime(end, _zone) : null);
        return ByTheClock(at);
    }

    /// <summary>Whether the schedule would be open at an instant without the manual override.</summary>
    public HoursVerdict ByTheClock(DateTimeOffset at)
    {
        if (!Schedule.Active) return HoursSentences.Inactive(Schedule);
        var local = TimeZoneInfo.ConvertTime(at, _zone);
        var today = DateOnly.FromDateTime(local.DateTime);
        var ticks = local.TimeOfDay.Ticks;
        // A range belongs to the day it starts on, so the part after midnight is found in yesterday's ranges.
        var yesterday = today == DateOnly.MinValue ? today : today.AddDays(-1);
        return OpenBy(today, ticks) ?? OpenBy(yesterday, ticks + TimeSpan.TicksPerDay)
            ?? ClosedBy(today, ticks) ?? ClosedBy(yesterday, ticks + TimeSpan.TicksPerDay)
            ?? HoursSentences.OutsideHours(Schedule, today, _week[(int)today.DayOfWeek]);
    }

    /// <summary>The merged ranges of a day. Invalid texts are skipped: the document's rules reject them earlier.</summary>
    internal static HoursRange[] Ranges(IReadOnlyList<string> texts) =>
        HoursRange.Merge(texts.Select(t => HoursRange.TryParse(t, out var range, out _) ? range : (HoursRange?)null).OfType<HoursRange>());

    private HoursVerdict? OpenBy(DateOnly day, long ticks)
    {
        var exception = ExceptionOf(day);
        if (exception?.Closure(ticks) is not null) return null;
        var week = _week[(int)day.DayOfWeek];
        foreach (var range in exception?.Hours(week) ?? week)
            if (range.Contains(ticks)) return HoursSentences.Open(Schedule, day, range, exception?.Whole);
        return null;
    }

    private HoursVerdict? ClosedBy(DateOnly day, long ticks) =>
        ExceptionOf(day)?.Closes(ticks, _week[(int)day.DayOfWeek]) is { } exception ? HoursSentences.Closed(Schedule, day, exception)
            : null;

    private static Dictionary<TDay, DayException> ByDay<TDay>(IEnumerable<HoursException> exceptions, Func<HoursException, TDay?> dayOf)
        where TDay : struct =>
        exceptions.Where(e => dayOf(e) is not null).GroupBy(e => dayOf(e)!.Value).ToDictionary(g => g.Key, g => new DayException(g));

    private DayException? ExceptionOf(DateOnly day) =>
        _dated.TryGetValue(day, out var dated) ? dated : _yearly.GetValueOrDefault((day.Month, day.Day));
}
