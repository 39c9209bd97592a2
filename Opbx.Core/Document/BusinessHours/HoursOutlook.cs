namespace Opbx.Core.Document.BusinessHours;

public static class HoursOutlook
{
    private const int MostDays = 400;

    /// <summary>When the schedule next opens or closes after <paramref name="at"/>; null when not within more than a year.</summary>
    public static DateTimeOffset? NextChange(CompiledHours hours, DateTimeOffset at)
    {
        if (!hours.Schedule.Active || hours.Schedule.Override is { Until: null }) return null;
        var open = hours.At(at).IsOpen;
        foreach (var candidate in Candidates(hours, at))
            if (hours.At(candidate).IsOpen != open) return candidate.ToUniversalTime();
        return null;
    }

    /// <summary>Every instant at which something can begin or end, in order.</summary>
    private static IEnumerable<DateTimeOffset> Candidates(CompiledHours hours, DateTimeOffset at)
    {
        var minutes = Minutes(hours.Schedule);
        var until = hours.Schedule.Override?.Until;
        var day = TimeZoneInfo.ConvertTime(at, hours.Zone).Date;
        var from = at;
        for (var i = 0; i < MostDays; i++, day = day.AddDays(1))
        {
            var instants = minutes.SelectMany(m => Instants(day.AddMinutes(m), hours.Zone)).Concat(Leap(day, hours.Zone))
                .Where(instant => instant > from).Order().ToList();
            if (instants.Count == 0) continue;
            if (until is { } end && end > from && end < instants[^1]) instants = [.. instants.Append(end).Order()];
            foreach (var instant in instants) yield return instant;
            from = instants[^1];
        }
    }

    /// <summary>The instants of a local time: two when the clock is set back over it; a skipped time is moved to after the gap.</summary>
    private static IEnumerable<DateTimeOffset> Instants(DateTime local, TimeZoneInfo zone) =>
        zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Select(offset => new DateTimeOffset(local, offset))
        : [new DateTimeOffset(local, zone.GetUtcOffset(local))];

    private static SortedSet<int> Minutes(BusinessHoursSchedule schedule)
    {
        var week = schedule.Week;
        var ranges = new[] { week.Mon, week.Tue, week.Wed, week.Thu, week.Fri, week.Sat, week.Sun }.SelectMany(day => day)
            .Concat(schedule.Exceptions.SelectMany(e => e.Hours ?? []))
            .Concat(schedule.Exceptions.Select(e => $"{e.ClosedFrom}-{e.ClosedTo}"));
        var minutes = new SortedSet<int> { 0 };
        foreach (var text in ranges)
        {
            if (!HoursRange.TryParse(text, out var range, out _)) continue;
            minutes.Add(range.Start);
            minutes.Add(range.End % TimeOfDay.Day);
        }
        return minutes;
    }

    /// <summary>The instant at which the clock changes on that day, if it does.</summary>
    private static IEnumerable<DateTimeOffset> Leap(DateTime day, TimeZoneInfo zone)
    {
        var (same, other) =
            (new DateTimeOffset(day, zone.GetUtcOffset(day)), new DateTimeOffset(day.AddDays(1), zone.GetUtcOffset(day.AddDays(1))));
        if (same.Offset == other.Offset) yield break;
        while (other - same > TimeSpan.FromMinutes(1))
        {
            var middle = new DateTimeOffset(
                (same.UtcTicks + ((other.UtcTicks - same.UtcTicks) / 2)) / TimeSpan.TicksPerMinute * TimeSpan.TicksPerMinute,
                TimeSpan.Zero);
            if (zone.GetUtcOffset(middle) == same.Offset) same = middle.ToOffset(same.Offset);
            else other = middle;
        }
        yield return other;
    }
}
