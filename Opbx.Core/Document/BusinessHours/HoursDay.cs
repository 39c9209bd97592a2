using System.Diagnostics.CodeAnalysis;

namespace Opbx.Core.Document.BusinessHours;

public static class HoursDay
{
    /// <summary>Reads <c>YYYY-MM-DD</c>; otherwise <paramref name="sentence"/> is the error.</summary>
    public static bool TryParseDate(string? text, out DateOnly date, [NotNullWhen(false)] out string? sentence)
    {
        sentence = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date)
            ? null
            : "A date is written as year, month and day, for example 2026-12-24.";
        return sentence is null;
    }

    /// <summary>Reads <c>MM-DD</c>, including 02-29; otherwise <paramref name="sentence"/> is the error.</summary>
    public static bool TryParseYearly(string? text, out (int Month, int Day) day, [NotNullWhen(false)] out string? sentence)
    {
        // Parsed in a leap year, so that 02-29 is valid.
        var valid = DateOnly.TryParseExact($"2024-{text}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date);
        day = (date.Month, date.Day);
        sentence = valid ? null : "A day of every year is written as month and day, for example 12-25.";
        return sentence is null;
    }
}
