using PhoneNumbers;

namespace Opbx.Core.Numbering;

/// <summary>Numbers as people read them.</summary>
public static class ReadableNumber
{
    private const int NorthAmerica = 1;

    /// <summary>A number in E.164 in the groups of its country; from within North America its numbers lack the country code. What is no
    /// number stays as it is.</summary>
    public static string From(string e164, string? country)
    {
        if (!E164.IsValid(e164) || Libphonenumber.Parse(e164, null) is not { } number) return e164;
        if (number.CountryCode != NorthAmerica) return Libphonenumber.Numbers.Format(number, PhoneNumberFormat.INTERNATIONAL);
        var national = Libphonenumber.Numbers.Format(number, PhoneNumberFormat.NATIONAL);
        return country is "US" or "CA" ? national : $"+1 {national}";
    }
}
