namespace Opbx.Core.Document.BlockedCallers;

/// <summary>Patterns with <c>*</c> (any digits, or none) and <c>?</c> (one digit).</summary>
internal static class Wildcard
{
    /// <summary>Whether the pattern matches the whole number, in at most pattern length × number length steps for any pattern.</summary>
    public static bool Fits(ReadOnlySpan<char> pattern, ReadOnlySpan<char> number)
    {
        int p = 0, n = 0, star = -1, mark = 0;
        while (n < number.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                star = p++;
                mark = n;
            }
            else if (p < pattern.Length && (pattern[p] == number[n] || (pattern[p] == '?' && char.IsAsciiDigit(number[n]))))
            {
                p++;
                n++;
            }
            else if (star >= 0 && char.IsAsciiDigit(number[mark]))
            {
                p = star + 1;
                n = ++mark;
            }
            else
            {
                return false;
            }
        }
        return pattern[p..].TrimStart('*').IsEmpty;
    }
}
