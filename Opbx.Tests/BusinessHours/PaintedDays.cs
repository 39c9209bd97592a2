using System.Globalization;
using Opbx.Core.Document.BusinessHours;

namespace Opbx.Tests.BusinessHours;

/// <summary>Business hours by brute force: every day that matters is two days' worth of minutes, painted open and then closed
/// again.</summary>
internal static class PaintedDays
{
    public static bool IsOpen(BusinessHoursSchedule schedule, DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(schedule.TimeZone!)).DateTime;
        var minute = local.Hour * 60 + local.Minute;
        return Paint(schedule, local.Date)[minute] || Paint(schedule, local.Date.AddDays(-1))[minute + 1440];
    }

    private static bool[] Paint(BusinessHoursSchedule schedule, DateTime day)
    {
        var minutes = new bool[2880];
        var exceptions = schedule.Exceptions.Where(e => e.Date == day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).ToList();
        if (exceptions.Count == 0)
            exceptions = [.. schedule.Exceptions.Where(e => e.Yearly == day.ToString("MM-dd", CultureInfo.InvariantCulture))];
        var whole = exceptions.Find(e => e.ClosedFrom is null);
        IReadOnlyList<string> hours = whole is null ? OfWeek(schedule.Week, day.DayOfWeek) : whole.Closed == true ? [] : whole.Hours!;
        foreach (var range in hours) Fill(minutes, range[..5], range[6..], true);
        foreach (var closure in exceptions.Where(e => e.ClosedFrom is not null))
            Fill(minutes, closure.ClosedFrom!, closure.ClosedTo!, false);
        return minutes;
    }

    private static void Fill(bool[] minutes, string from, string to, bool open)
    {
        var end = Minute(to) <= Minute(from) ? Minute(to) + 1440 : Minute(to);
        for (var minute = Minute(from); minute < end; minute++) minutes[minute] = open;
    }

    private static int Minute(string time) =>
        int.Parse(time[..2], CultureInfo.InvariantCulture) * 60 + int.Parse(time[3..], CultureInfo.InvariantCulture);

    private static IReadOnlyList<string> OfWeek(WeekHours week, DayOfWeek day) => day switch {
        DayOfWeek.Monday => week.Mon,
        DayOfWeek.Tuesday => week.Tue,
        DayOfWeek.Wednesday => week.Wed,
        DayOfWeek.Thursday => week.Thu,
        DayOfWeek.Friday => week.Fri,
        DayOfWeek.Saturday => week.Sat,
        DayOfWeek.Sunday => week.Sun,
    };
}
