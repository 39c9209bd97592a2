using PhoneNumbers;

namespace Opbx.Core.Numbering;

/// <summary>The numbering plans of all countries, from libphonenumber's data.</summary>
public static class NumberingPlan
{
    /// <summary>The region of numbers without a country.</summary>
    public const string Worldwide = "001";

    /// <summary>Loads a country's data ahead of its first call: 70 ms in a fresh process, then a few ms for each country.</summary>
    public static void WarmUp(string country)
    {
        if (Libphonenumber.Numbers.GetExampleNumber(country) is not { } example) return;
        _ = NumberReader.Read(Libphonenumber.Numbers.Format(example, PhoneNumberFormat.NATIONAL), country);
        _ = IsEmergency("0", country);
    }

    /// <summary>Whether the ISO 3166 code is a country with a numbering plan.</summary>
    public static bool Knows(string country) => Libphonenumber.Numbers.GetSupportedRegions().Contains(country);

    public static bool IsEmergency(string digits, string country) =>
        !digits.AsSpan().ContainsAnyExceptInRange('0', '9') && Libphonenumber.ShortNumbers.IsEmergencyNumber(digits, country);

    /// <summary>Whether an E.164 number is valid in a country; North America's toll-free numbers are valid in several.</summary>
    public static bool BelongsTo(string e164, string country) =>
        Libphonenumber.Parse(e164, null) is { } number && Libphonenumber.Numbers.IsValidNumberForRegion(number, country);

    /// <summary>Seven digits in a country that requires the area code. Use it when <see cref="NumberReader.Read"/> returned null.</summary>
    public static bool LacksAreaCode(string dialled, string country) =>
        DialledDigits.Read(dialled) is { Plus: false, Digits: { Length: 7 } digits }
        && TrunkPrefix(country) is { Length: > 0 } trunk
        && digits[0] != '0' && !digits.StartsWith(trunk, StringComparison.Ordinal);

    /// <summary>A rule's leading digits in E.164, from national digits with or without trunk prefix; null for an unknown country.</summary>
    internal static string? InternationalPrefix(string prefix, string country)
    {
        if (prefix.StartsWith('+')) return prefix;
        if (!Knows(country)) return null;
        // No national number begins with 0 or 1, the trunk prefixes people write down.
        var written = TrunkPrefix(country) is ("0" or "1") and var trunk
            && prefix.Length > 1 && prefix.StartsWith(trunk, StringComparison.Ordinal);
        return $"+{Libphonenumber.Numbers.GetCountryCodeForRegion(country)}{(written ? prefix[1..] : prefix)}";
    }

    /// <summary>The prefix before national numbers; null or empty where there is none.</summary>
    private static string? TrunkPrefix(string country) => Libphonenumber.Numbers.GetNddPrefixForRegion(country, stripNonDigits: true);
}
