using PhoneNumbers;

namespace Opbx.Core.Numbering;

/// <summary>What the numbering plans of all countries say; the data is libphonenumber's.</summary>
public static class NumberingPlan
{
    /// <summary>The region of numbers that belong to no country.</summary>
    public const string Worldwide = "001";

    /// <summary>Loads a country's data, so that its first call does not wait: 70 ms in a fresh process, then a few for each.</summary>
    public static void WarmUp(string country)
    {
        if (Libphonenumber.Numbers.GetExampleNumber(country) is not { } example) return;
        _ = NumberReader.Read(Libphonenumber.Numbers.Format(example, PhoneNumberFormat.NATIONAL), country);
        _ = IsEmergency("0", country);
    }

    /// <summary>Whether the ISO 3166 code is a country with a numbering plan.</summary>
    public static bool Knows(string country) => Libphonenumber.Numbers.GetSupportedRegions().Contains(country);

    /// <summary>Whether the digits are an emergency number of the country.</summary>
    public static bool IsEmergency(string digits, string country) =>
        !digits.AsSpan().ContainsAnyExceptInRange('0', '9') && Libphonenumber.ShortNumbers.IsEmergencyNumber(digits, country);

    /// <summary>Whether a number in E.164 is valid in a country; North America's toll-free numbers are valid in several.</summary>
    public static bool BelongsTo(string e164, string country) =>
        Libphonenumber.Parse(e164, null) is { } number && Libphonenumber.Numbers.IsValidNumberForRegion(number, country);

    /// <summary>Whether somebody dialled seven digits in a country where the area code must be dialled too. Ask it when
    /// <see cref="NumberReader.Read"/> gave null.</summary>
    public static bool LacksAreaCode(string dialled, string country) =>
        DialledDigits.Read(dialled) is { Plus: false, Digits: { Length: 7 } digits }
        && TrunkPrefix(country) is { Length: > 0 } trunk
        && digits[0] != '0' && !digits.StartsWith(trunk, StringComparison.Ordinal);

    /// <summary>The first digits of a rule in E.164, from national digits of a country with or without its trunk prefix; null when the
    /// country is unknown.</summary>
    internal static string? InternationalPrefix(string prefix, string country)
    {
        if (prefix.StartsWith('+')) return prefix;
        if (!Knows(country)) return null;
        // A national number that begins with the trunk prefix exists nowhere with 0 and 1, the trunk prefixes people write down.
        var written = TrunkPrefix(country) is ("0" or "1") and var trunk
            && prefix.Length > 1 && prefix.StartsWith(trunk, StringComparison.Ordinal);
        return $"+{Libphonenumber.Numbers.GetCountryCodeForRegion(country)}{(written ? prefix[1..] : prefix)}";
    }

    /// <summary>The prefix that stands in front of national numbers; null or empty where there is none.</summary>
    private static string? TrunkPrefix(string country) => Libphonenumber.Numbers.GetNddPrefixForRegion(country, stripNonDigits: true);
}
