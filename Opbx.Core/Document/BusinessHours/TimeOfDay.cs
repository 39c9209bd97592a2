using System.Diagnostics.CodeAnalysis;

namespace Opbx.Core.Document.BusinessHours;

/// <summary>A clock time in whole minutes, from <c>00:00</c> to <c>24:00</c>.</summary>
/// <param name="Minutes">Minutes since the day's start, 0 to 1440.</param>
public readonly record struct TimeOfDay(int Minutes) : IComparable<TimeOfDay>
{
    /// <summary>Minutes in a day.</summary>
    public const int Day = 1440;

    public const string Rule = "A time has two digits for the hour and two for the minute, for example 09:00; 24:00 is the end of the day.";

    /// <summary>Reads <c>HH:MM</c>; otherwise <paramref name="sentence"/> is the error.</summary>
    public static bool TryParse(string? text, out TimeOfDay time, [NotNullWhen(false)] out string? sentence)
    {
        time = default;
        sentence = Rule;
        if (text is not { Length: 5 } || text[2] != ':') return false;
        if (!int.TryParse(text.AsSpan(0, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var hour)) return false;
        if (!int.TryParse(text.AsSpan(3, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var minute)) return false;
        if (hour > 24 || minute > 59 || (hour == 24 && minute > 0)) return false;
        time = new(hour * 60 + minute);
        sentence = null;
        return true;
    }

    public int CompareTo(TimeOfDay other) => Minutes.CompareTo(other.Minutes);
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Minutes / 60:00}:{Minutes % 60:00}");
    public static bool operator <(TimeOfDay left, TimeOfDay right) => left.Minutes < right.Minutes;
    public static bool operator >(TimeOfDay left, TimeOfDay right) => left.Minutes > right.Minutes;
    public static bool operator <=(TimeOfDay left, TimeOfDay right) => left.Minutes <= right.Minutes;
    public static bool operator >=(TimeOfDay left, TimeOfDay right) => left.Minutes >= right.Minutes;
}
