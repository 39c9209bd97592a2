namespace Opbx.Core.Reports;

/// <summary>The days a report is about, in a PBX's time zone.</summary>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day; itself included.</param>
/// <param name="Zone">The time zone that days and hours are counted in.</param>
public sealed record ReportRange(DateOnly First, DateOnly Last, TimeZoneInfo Zone)
{
    public const int MostDays = 400;

    /// <summary>When the first day begins.</summary>
    public DateTimeOffset Start => Midnight(First);

    /// <summary>When the last day is over.</summary>
    public DateTimeOffset End => Midnight(Last.AddDays(1));

    /// <summary>How many days there are; below one when the last lies before the first.</summary>
    public int Days => Last.DayNumber - First.DayNumber + 1;

    /// <summary>The last days up to the present one.</summary>
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
