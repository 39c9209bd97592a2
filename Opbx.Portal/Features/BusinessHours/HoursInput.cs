using System.Text.RegularExpressions;
using Opbx.Core.Document.BusinessHours;

namespace Opbx.Portal.Features.BusinessHours;

/// <summary>Hours as people type them: <c>9-12:30, 1pm to 5pm</c>.</summary>
internal static partial class HoursInput
{
    /// <summary>The ranges in the document's format; a part that cannot be understood stays as typed.</summary>
    public static IReadOnlyList<string> Read(string? typed)
    {
        var text = (typed ?? "").Trim();
        if (text.Length == 0 || text.Equals("closed", StringComparison.OrdinalIgnoreCase)) return [];
        if (text.Equals("all day", StringComparison.OrdinalIgnoreCase) || text.Equals("24 hours", StringComparison.OrdinalIgnoreCase))
            return ["00:00-24:00"];
        return WeekDays.Tidy(text.Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(Range));
    }

    public static string Write(IEnumerable<string> ranges) => string.Join(", ", ranges);

    /// <summary>Null when all ranges are valid.</summary>
    public static string? Fault(IEnumerable<string> ranges)
    {
        foreach (var range in ranges)
            if (!HoursRange.TryParse(range, out _, out var sentence)) return $"\"{range}\" is not understood. {sentence}";
        return null;
    }

    [GeneratedRegex(
        @"^(?<h1>\d{1,2})(?:[:.](?<m1>\d{2}))?\s*(?<p1>am|pm)?\s*(?:-|\u2013|to|until)\s*"
        + @"(?<h2>\d{1,2})(?:[:.](?<m2>\d{2}))?\s*(?<p2>am|pm)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pattern();

    private static string Range(string typed)
    {
        var match = Pattern().Match(typed);
        if (!match.Success) return typed;
        var (from, to) = (Time(match, "1"), Time(match, "2"));
        return from is null || to is null ? typed : $"{from}-{to}";
    }

    private static string? Time(Match match, string which)
    {
        var hour = int.Parse(match.Groups["h" + which].Value, CultureInfo.InvariantCulture);
        var minute = match.Groups["m" + which] is { Success: true, Value: var digits } ? int.Parse(digits, CultureInfo.InvariantCulture)
            : 0;
        var part = match.Groups["p" + which].Value;
        if (part.Length > 0 && hour is (< 1 or > 12)) return null;
        if (part.Length > 0) hour = (hour % 12) + (part.StartsWith('p') || part.StartsWith('P') ? 12 : 0);
        var text = string.Create(CultureInfo.InvariantCulture, $"{hour:00}:{minute:00}");
        return TimeOfDay.TryParse(text, out _, out _) ? text : null;
    }
}
