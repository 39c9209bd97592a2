using Opbx.Core.Numbering;

namespace Opbx.Portal.Components.Ui;

/// <summary>Phone numbers as people read them.</summary>
public static class NumberText
{
    /// <summary>Nationally for numbers of North America, in groups for others; what is no number stays as it is.</summary>
    public static string Readable(string value, string? country)
    {
        if (!E164.IsValid(value)) return value.Length == 0 ? "Unknown" : value;
        if (value is ['+', '1', ..] && value.Length == 12)
        {
            var national = $"({value[2..5]}) {value[5..8]}-{value[8..]}";
            return country is "US" or "CA" ? national : $"+1 {national}";
        }
        return Grouped(value);
    }

    /// <summary>What a person typed, without the spaces, brackets and dashes that people put into numbers.</summary>
    public static string Plain(string typed) => string.Concat(typed.Where(c => c is not (' ' or '(' or ')' or '-' or '.' or '/' or '\u00a0')));

    /// <summary>Whether there is something to copy.</summary>
    public static bool CanCopy(string value) => E164.IsValid(value);

    private static string Grouped(string value)
    {
        var digits = value[1..];
        var code = TwoDigitCodes.Contains(digits[..2], StringComparer.Ordinal) ? 2 : digits[0] is '7' ? 1 : 3;
        var rest = digits[code..];
        var groups = new List<string> { "+" + digits[..code] };
        while (rest.Length > 4)
        {
            groups.Add(rest[..3]);
            rest = rest[3..];
        }
        groups.Add(rest);
        return string.Join(' ', groups);
    }

    private static readonly string[] TwoDigitCodes =
    [
        "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47", "48", "49", "51", "52", "53", "54", "55", "56",
        "57", "58", "60", "61", "62", "63", "64", "65", "66", "81", "82", "84", "86", "90", "91", "92", "93", "94", "95", "98",
    ];
}
