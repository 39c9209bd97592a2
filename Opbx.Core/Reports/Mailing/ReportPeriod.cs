namespace Opbx.Core.Reports.Mailing;

/// <summary>The days of one mailed report, and when it is due.</summary>
/// <param name="DueAt">The morning after the last day.</param>
public sealed record ReportPeriod(DateOnly First, DateOnly Last, DateTimeOffset DueAt)
{
    /// <summary>Hour of the morning at which reports are mailed, in the PBX's time zone.</summary>
    public const int Hour = 7;

    /// <summary>The latest period whose report is due. Earlier missed ones are not made up for.</summary>
    public static ReportPeriod Latest(ReportInterval interval, DateTimeOffset now, TimeZoneInfo zone)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        var morning = MorningOf(interval, today);
        if (At(morning, zone) > now) morning = MorningOf(interval, morning.AddDays(-1));
        return new ReportPeriod(FirstOf(interval, morning), morning.AddDays(-1), At(morning, zone));
    }

    /// <summary>The latest day up to this one on whose morning a report is due.</summary>
    private static DateOnly MorningOf(ReportInterval interval, DateOnly day) => interval switch {
        ReportInterval.Daily => day,
        ReportInterval.Weekly => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
        ReportInterval.Monthly => new DateOnly(day.Year, day.Month, 1),
    };

    private static DateOnly FirstOf(ReportInterval interval, DateOnly morning) => interval switch {
        ReportInterval.Daily => morning.AddDays(-1),
        ReportInterval.Weekly => morning.AddDays(-7),
        ReportInterval.Monthly => morning.AddMonths(-1),
    };

    private static DateTimeOffset At(DateOnly day, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(new TimeOnly(Hour, 0));
        return new DateTimeOffset(local, zone.GetUtcOffset(local));
    }
}
