using PhoneNumbers;

namespace Opbx.Core.Numbering;

public static class NumberReader
{
    private const int LongestE164 = 16; // The plus and 15 digits. The library takes longer numbers, which cannot be dialled from abroad.
    private const int NorthAmerica = 1;

    /// <summary>Reads <c>+E.164</c>, the country's international or national format, or a short code. Null when it is not valid.</summary>
    public static DialledNumber? Read(string dialled, string country)
    {
        if (DialledDigits.Read(dialled) is not { } read || Libphonenumber.Parse(read.ToString(), country) is not { } number) return null;
        if (Libphonenumber.Numbers.IsValidNumber(number)) return FullNumber(number, country);
        return read.Plus ? null : ShortCode(number, read.Digits, country);
    }

    private static DialledNumber? FullNumber(PhoneNumber number, string country)
    {
        var library = Libphonenumber.Numbers;
        var e164 = library.Format(number, PhoneNumberFormat.E164);
        if (e164.Length > LongestE164) return null;
        // A number shared by several countries belongs to the one it is dialled in.
        var region = library.IsValidNumberForRegion(number, country) ? country : library.GetRegionCodeForNumber(number);
        return new(e164, region, KindOf(number), AreaOf(number));
    }

    private static string? AreaOf(PhoneNumber number)
    {
        var national = Libphonenumber.Numbers.GetNationalSignificantNumber(number);
        // In North America every ten-digit number begins with its area code, mobiles too; the library only knows that for fixed lines.
        var northAmerican = number.CountryCode == NorthAmerica && national.Length == 10;
        var length = northAmerican ? 3 : Libphonenumber.Numbers.GetLengthOfGeographicalAreaCode(number);
        return length == 0 ? null : national[..length];
    }

    /// <summary>A callable short code. Codes of single networks are accepted when they have three digits.</summary>
    private static DialledNumber? ShortCode(PhoneNumber number, string digits, string country)
    {
        var codes = Libphonenumber.ShortNumbers;
        if (Libphonenumber.Numbers.GetNationalSignificantNumber(number) != digits) return null;
        if (!codes.IsValidShortNumberForRegion(number, country) || codes.IsSmsServiceForRegion(number, country)) return null;
        if (digits.Length > 3 && codes.IsCarrierSpecificForRegion(number, country)) return null;
        var premium = codes.GetExpectedCostForRegion(number, country) == ShortNumberInfo.ShortNumberCost.PREMIUM_RATE;
        return new(digits, country, premium ? NumberKind.Premium : NumberKind.Other, null);
    }

    private static NumberKind KindOf(PhoneNumber number) => Libphonenumber.Numbers.GetNumberType(number) switch {
        PhoneNumberType.FIXED_LINE => NumberKind.FixedLine,
        PhoneNumberType.MOBILE => NumberKind.Mobile,
        PhoneNumberType.FIXED_LINE_OR_MOBILE => NumberKind.FixedOrMobile,
        PhoneNumberType.TOLL_FREE => NumberKind.TollFree,
        PhoneNumberType.PREMIUM_RATE => NumberKind.Premium,
        PhoneNumberType.SHARED_COST => NumberKind.SharedCost,
        PhoneNumberType.UAN => NumberKind.Uan,
        PhoneNumberType.VOIP => NumberKind.Voip,
        PhoneNumberType.PERSONAL_NUMBER => NumberKind.Personal,
        PhoneNumberType.PAGER => NumberKind.Pager,
        _ => NumberKind.Other,
    };
}
