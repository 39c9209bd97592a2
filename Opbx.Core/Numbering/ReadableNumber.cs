using PhoneNumbers;

namespace Opbx.Core.Numbering;

public static class ReadableNumber
{
    private const int NorthAmerica = 1;

    /// <summary>Grouped as in its country, within North America without the country code. Other texts are unchanged.</summary>
    public static string From(string e164, string? country)
    {
        if (!E164.IsValid(e164) || Libphonenumber.Parse(e164, null) is not { } number) return e164;
        if (number.CountryCode != NorthAmerica) return Libphonenumber.Numbers.Format(number, PhoneNumberFormat.INTERNATIONAL);
        var national = Libphonenumber.Numbers.Format(number, PhoneNumberFormat.NATIONAL);
        return country is "US" or "CA" ? national : $"+1 {national}";
    }
}
