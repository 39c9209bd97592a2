using Opbx.Core.Document.BusinessHours;

namespace Opbx.Portal.Features.BusinessHours;

/// <param name="Index">Of the exception that applies; null when there is none.</param>
internal sealed record YearDay(DayLook Look, int? Index, string? Name)
{
    /// <summary>A dated exception beats a yearly one, and both beat the week.</summary>
    public static YearDay For(BusinessHoursSchedule schedule, DateOnly date)
    {
        var found = Find(schedule, e => HoursDay.TryParseDate(e.Date, out var day, out _) && day == date)
            ?? Find(schedule, e => HoursDay.TryParseYearly(e.Yearly, out var day, out _) && day == (date.Month, date.Day));
        if (found is null)
            return new YearDay(WeekDays.Get(schedule.Week, WeekDays.IndexOf(date.DayOfWeek)).Count > 0 ? DayLook.Open : DayLook.WeekClosed,
                null, null);
        var exception = schedule.Exceptions[found.Value];
        var closed = exception.ClosedFrom is null && exception.Hours is not { Count: > 0 };
        return new YearDay(closed ? DayLook.Closed : DayLook.Special, found, exception.Name);
    }

    private static int? Find(BusinessHoursSchedule schedule, Func<HoursException, bool> matches)
    {
        for (var i = 0; i < schedule.Exceptions.Count; i++)
            if (matches(schedule.Exceptions[i])) return i;
        return null;
    }
}

internal enum DayLook
{
    Open,
    WeekClosed,
    Closed,
    /// <summary>Other hours by an exception.</summary>
    Special,
}
