using System.Text;

namespace Opbx.Core.Calls;

/// <summary>Cleans texts about calls, which come from outside, before they reach database or pages.</summary>
internal static class CallTexts
{
    public const int TokenLength = 100;
    /// <summary>Maximum length of a number, address or display name.</summary>
    public const int NumberLength = 120;
    /// <summary>Maximum number of digits that are searched.</summary>
    public const int DigitsLength = 32;

    /// <summary>Removes control characters and lone surrogates and truncates with a mark; null when nothing is left.</summary>
    public static string? Clean(string? text, int longest = NumberLength)
    {
        if (string.IsNullOrEmpty(text)) return null;
        var clean = new StringBuilder(Math.Min(text.Length, longest));
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsControl(rune)) continue;
            if (clean.Length + rune.Utf16SequenceLength >= longest)
            {
                clean.Append('\u2026');
                break;
            }
            clean.Append(rune);
        }
        var result = clean.ToString().Trim();
        return result.Length == 0 ? null : result;
    }

    /// <summary>Puts a name between bars, the format of columns that hold a list of names.</summary>
    public static string Bar(string name) => $"|{name.Replace('|', '/')}|";

    /// <summary>All names, each between bars; empty when there are none.</summary>
    public static string Bars(IEnumerable<string?> names)
    {
        var list = string.Join('|', names.OfType<string>().Select(n => n.Replace('|', '/')).Distinct(StringComparer.Ordinal));
        return list.Length == 0 ? "" : $"|{list}|";
    }

    /// <summary>The digits of a number without scheme, host and punctuation, for comparing numbers.</summary>
    public static string Digits(string? number)
    {
        if (string.IsNullOrEmpty(number)) return "";
        var text = number.AsSpan();
        if (text.StartsWith("sip:", StringComparison.OrdinalIgnoreCase)) text = text[4..];
        else if (text.StartsWith("sips:", StringComparison.OrdinalIgnoreCase)) text = text[5..];
        var end = text.IndexOfAny('@', ';');
        if (end >= 0) text = text[..end];
        var digits = new StringBuilder(text.Length);
        foreach (var c in text)
            if (char.IsAsciiDigit(c) && digits.Length < DigitsLength) digits.Append(c);
        return digits.ToString();
    }
}
