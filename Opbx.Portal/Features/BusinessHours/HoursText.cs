using Opbx.Core.Document.BusinessHours;

namespace Opbx.Portal.Features.BusinessHours;

internal static class HoursText
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");

    /// <summary>For example <c>Mon-Fri 09:00-17:00, Sat 10:00-14:00</c>.</summary>
    public static string For(WeekHours week)
    {
        var parts = new List<string>();
        for (var day = 0; day < 7;)
        {
            var hours = HoursInput.Write(WeekDays.Get(week, day));
            var last = day;
            while (last < 6 && HoursInput.Write(WeekDays.Get(week, last + 1)) == hours) last++;
            if (hours.Length > 0)
                parts.Add($"{(last == day ? WeekDays.Short(day) : $"{WeekDays.Short(day)}-{WeekDays.Short(last)}")} {hours}");
            day = last + 1;
        }
        return parts.Count == 0 ? "Never open" : string.Join("; ", parts);
    }

    /// <summary>A future instant for people, in the schedule's zone.</summary>
    public static string When(DateTimeOffset instant, DateTimeOffset now, TimeZoneInfo zone)
    {
        var (local, today) = (TimeZoneInfo.ConvertTime(instant, zone), TimeZoneInfo.ConvertTime(now, zone).Date);
        var time = local.ToString("HH:mm", English);
        return (local.Date - today).Days switch {
            0 => $"today {time}",
            1 => $"tomorrow {time}",
            > 1 and < 7 => local.ToString("dddd HH:mm", English),
            _ => local.ToString(local.Year == today.Year ? "ddd, MMM d, HH:mm" : "ddd, MMM d yyyy, HH:mm", English),
        };
    }

    /// <summary>Open or closed, and until when.</summary>
    public static string State(CompiledHours hours, DateTimeOffset now)
    {
        var open = hours.At(now).IsOpen;
        return HoursOutlook.NextChange(hours, now) is { } change
            ? $"{(open ? "Open" : "Closed")} until {When(change, now, hours.Zone)}"
            : open ? "Open" : "Closed";
    }

    public static string Day(HoursException exception) =>
        HoursDay.TryParseDate(exception.Date, out var date, out _) ? date.ToString("ddd, MMM d yyyy", English)
        : HoursDay.TryParseYearly(exception.Yearly, out var day, out _)
        ? $"{new DateOnly(2024, day.Month, day.Day).ToString("MMMM d", English)}, every year"
        : "No day yet";

    public static string What(HoursException exception) => exception switch {
        { ClosedFrom: { } from, ClosedTo: { } to } => $"Closed {from}-{to}",
        { Hours: { Count: > 0 } hours } => $"Open {HoursInput.Write(hours)} only",
        _ => "Closed all day",
    };

    /// <summary>The sentence of a verdict without the schedule's name, which is shown above it.</summary>
    public static string Why(HoursVerdict verdict, string name)
    {
        var words = verdict.Sentence.StartsWith(name + " is ", StringComparison.Ordinal) ? verdict.Sentence[(name.Length + 4)..]
            : verdict.Sentence;
        return char.ToUpperInvariant(words[0]) + words[1..];
    }
}
