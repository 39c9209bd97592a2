namespace Opbx.Core.Document.BusinessHours;

public static partial class BusinessHoursRules
{
    private const string RangeRule = "Hours look like 09:00-17:00; the end may be 24:00 or lie after midnight.";

    [System.Text.RegularExpressions.GeneratedRegex("^([01][0-9]|2[0-3]):[0-5][0-9]-(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$")]
    private static partial System.Text.RegularExpressions.Regex RangePattern();

    public static void Check(BusinessHoursSchedule schedule, string at, FieldErrors errors)
    {
        if (schedule.TimeZone is { } zone && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
            errors.Add(at + "/timeZone", "This time zone is not known. Time zones look like Europe/London.");
        var week = schedule.Week;
        foreach (var (day, ranges) in new[] { ("mon", week.Mon), ("tue", week.Tue), ("wed", week.Wed), ("thu", week.Thu), ("fri", week.Fri),
            ("sat", week.Sat), ("sun", week.Sun) })
            Ranges(ranges, $"{at}/week/{day}", errors);
        foreach (var (index, exception) in schedule.Exceptions.Index())
            Exception(exception, JsonPointer.Item(at + "/exceptions", index), errors);
    }

    private static void Exception(HoursException exception, string at, FieldErrors errors)
    {
        if ((exception.Date is null) == (exception.Yearly is null)) errors.Add(at, "Give either a date or a day of every year.");
        if (exception.Date is { } date
            && !DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)) errors.Add(at
            + "/date", "A date looks like 2026-12-24.");
        // 2028 is a leap year, so that 02-29 is a day.
        if (exception.Yearly is { } yearly
            && !DateOnly.TryParseExact("2028-" + yearly, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None,
                out _)) errors.Add(at + "/yearly", "A day of every year looks like 12-25.");
        var part = exception.ClosedFrom is not null || exception.ClosedTo is not null;
        if (new[] { exception.Closed == true, exception.Hours is not null, part }.Count(b => b) != 1)
            errors.Add(at, "Say either closed, or special hours, or the part of the day that is closed.");
        if (exception.Hours is { } hours) Ranges(hours, at + "/hours", errors);
        if (!part) return;
        if (!RangePattern().IsMatch($"{exception.ClosedFrom}-{exception.ClosedTo}"))
            errors.Add(at, "A closed part of the day needs a start and an end like 11:00 and 13:00.");
    }

    private static void Ranges(IReadOnlyList<string> ranges, string at, FieldErrors errors)
    {
        foreach (var (index, range) in ranges.Index())
            if (!RangePattern().IsMatch(range)) errors.Add(JsonPointer.Item(at, index), RangeRule);
    }
}
