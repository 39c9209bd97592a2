namespace Opbx.Core.Numbering;

/// <summary>The digits of a dialled text, and whether it began with a plus.</summary>
internal readonly record struct DialledDigits(bool Plus, string Digits)
{
    private const int Longest = 32;

    /// <summary>Accepts common punctuation; null when there is anything else or the text is too long.</summary>
    public static DialledDigits? Read(string dialled)
    {
        if (dialled.Length is 0 or > Longest) return null;
        var text = dialled.AsSpan().Trim();
        var plus = text.StartsWith("+");
        Span<char> digits = stackalloc char[Longest];
        var count = 0;
        foreach (var c in plus ? text[1..] : text)
        {
            if (char.IsAsciiDigit(c)) digits[count++] = c;
            else if (c is not (' ' or '-' or '.' or '(' or ')' or '/')) return null;
        }
        return count == 0 ? null : new(plus, new string(digits[..count]));
    }

    public override string ToString() => Plus ? "+" + Digits : Digits;
}
