using System.Text.RegularExpressions;

namespace Opbx.Core.Numbering;

/// <summary>A pattern of the numbering-plan data. It is compiled at its first use: of 250 countries a PBX calls a few.</summary>
internal sealed class DigitPattern(string text)
{
    // The patterns have no nested repeats and the input is short. The limit is for data nobody expected.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    private readonly Lazy<Regex> _whole = new(() => new($@"\A(?:{text})\z", RegexOptions.CultureInvariant, Limit));
    private readonly Lazy<Regex> _start = new(() => new($@"\A(?:{text})", RegexOptions.CultureInvariant, Limit));

    /// <summary>Whether the pattern is all of the digits.</summary>
    public bool Covers(string digits) => text.Length > 0 && MatchWhole(digits) is { Success: true };

    /// <summary>Whether the digits begin with the pattern.</summary>
    public bool Begins(string digits) => MatchStart(digits) is { Success: true };

    /// <summary>The match of all digits, with its groups; null when there is none.</summary>
    public Match? MatchWhole(string digits) => Try(_whole.Value, digits);

    /// <summary>The match at the beginning; null when there is none.</summary>
    public Match? MatchStart(string digits) => Try(_start.Value, digits);

    private static Match? Try(Regex regex, string digits)
    {
        try
        {
            return regex.Match(digits) is { Success: true } match ? match : null;
        }
        catch (RegexMatchTimeoutException)
        {
            return null; // A call is refused with a sentence rather than broken.
        }
    }
}
