namespace Opbx.Core.Reports;

/// <summary>The days of a report, in a PBX's time zone.</summary>
/// <param name="Last">Inclusive.</param>
/// <param name="Zone">The time zone that days and hours are counted in.</param>
public sealed record ReportRange(DateOnly First, DateOnly Last, TimeZoneInfo Zone)
{
    public const int MostDays = 400;

    public DateTimeOffset Start => Midnight(First);

    /// <summary>Exclusive.</summary>
    public DateTimeOffset End => Midnight(Last.AddDays(1));

    /// <summary>Number of days; below one when the last day is before the first.</summary>
    public int Days => Last.DayNumber - First.DayNumber + 1;

    /// <summary>The last days including today.</summary>
    public static ReportRange UpTo(DateTimeOffset now, int days, TimeZoneInfo zone)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        return new ReportRange(today.AddDays(1 - days), today, zone);
    }

    public DateTime Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone).DateTime;

    private DateTimeOffset Midnight(DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, Zone.GetUtcOffset(local));
    }
}
