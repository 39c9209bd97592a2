namespace Opbx.Portal.Components.Ui;

/// <summary>Instants and durations for people, in the phone system's time zone.</summary>
public static class DateTimes
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");

    public static string Exact(DateTimeOffset value, TimeZoneInfo? zone)
    {
        var local = In(value, zone);
        return $"{local.ToString("ddd, MMM d yyyy, HH:mm:ss", English)} ({(zone ?? TimeZoneInfo.Utc).Id})";
    }

    /// <summary>How long ago, or the day when it is more than a week.</summary>
    public static string Relative(DateTimeOffset value, DateTimeOffset now, TimeZoneInfo? zone)
    {
        var age = now - value;
        if (age < TimeSpan.FromSeconds(-45)) return Absolute(value, now, zone);
        if (age < TimeSpan.FromSeconds(45)) return "just now";
        if (age < TimeSpan.FromMinutes(60)) return $"{Math.Max(1, (int)Math.Round(age.TotalMinutes))} min ago";
        return Absolute(value, now, zone);
    }

    /// <summary>For example <c>2 min 5 s</c>.</summary>
    public static string Duration(TimeSpan value) => value.TotalSeconds switch {
        < 60 => $"{(int)value.TotalSeconds} s",
        < 3600 => value.Seconds == 0 ? $"{value.Minutes} min" : $"{value.Minutes} min {value.Seconds} s",
        _ => value.Minutes == 0 ? $"{(int)value.TotalHours} h" : $"{(int)value.TotalHours} h {value.Minutes} min",
    };

    /// <summary>For example <c>2:05</c>.</summary>
    public static string Clock(TimeSpan value)
    {
        var seconds = Math.Max(0, (long)value.TotalSeconds);
        return seconds >= 3600 ? string.Create(English, $"{seconds / 3600}:{seconds / 60 % 60:00}:{seconds % 60:00}")
            : string.Create(English, $"{seconds / 60}:{seconds % 60:00}");
    }

    /// <summary>The format of date inputs.</summary>
    public static string? Spell(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The day in a date input; null for anything else.</summary>
    public static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year is > 1999 and < 2200 ? day : null;

    /// <summary>When a day begins in that zone.</summary>
    public static DateTimeOffset Midnight(DateOnly day, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, zone.GetUtcOffset(local));
    }

    private static string Absolute(DateTimeOffset value, DateTimeOffset now, TimeZoneInfo? zone)
    {
        var (local, today) = (In(value, zone), In(now, zone).Date);
        var time = local.ToString("HH:mm", English);
        if (local.Date == today) return $"today {time}";
        if (local.Date == today.AddDays(-1)) return $"yesterday {time}";
        if (local.Date == today.AddDays(1)) return $"tomorrow {time}";
        var days = (today - local.Date).Days;
        return local.ToString(days is > 0 and < 7 ? "dddd HH:mm" : local.Year == today.Year ? "MMM d, HH:mm" : "MMM d yyyy", English);
    }

    private static DateTimeOffset In(DateTimeOffset value, TimeZoneInfo? zone) => TimeZoneInfo.ConvertTime(value, zone ?? TimeZoneInfo.Utc);
}
