using Opbx.Core.Calls;
using Opbx.Core.Numbering;

namespace Opbx.Core.Privacy;

/// <summary>The phone number of an outside person whose data should be deleted.</summary>
public sealed class PersonalNumber
{
    private const int TailLength = 7;
    private const int Shown = 2;

    private PersonalNumber(string e164) => E164Number = e164;

    public string E164Number { get; }

    /// <summary>Masked beyond recognition: only the last two digits are shown.</summary>
    public string Masked => $"+{Hidden}";

    internal string Digits => E164Number[1..];

    /// <summary>Replaces its digits within texts.</summary>
    internal string Hidden => new string('*', Digits.Length - Shown) + Digits[^Shown..];

    /// <summary>Digits contained in every spelling: with country code, with a prefix, or as dialled within its country.</summary>
    internal string Tail => Digits[^TailLength..];

    /// <summary>Parses a number as typed in a country; null when it is not a phone number.</summary>
    public static PersonalNumber? Read(string? text, string country)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var clean = text.Trim();
        if (NumberReader.Read(clean, country) is { IsShortCode: false } known && E164.IsValid(known.Number))
            return new PersonalNumber(known.Number);
        var plain = "+" + CallTexts.Digits(clean);
        return clean[0] == '+' && E164.IsValid(plain) ? new PersonalNumber(plain) : null;
    }

    /// <summary>Whether a number as received or dialled in a country is this one.</summary>
    internal bool Is(string text, string country)
    {
        var digits = CallTexts.Digits(text);
        if (digits == Digits) return true;
        return digits.EndsWith(Tail, StringComparison.Ordinal) && NumberReader.Read(digits, country)?.Number == E164Number;
    }
}
