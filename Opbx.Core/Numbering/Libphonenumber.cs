using PhoneNumbers;

namespace Opbx.Core.Numbering;

/// <summary>The library, and what it throws as a value.</summary>
internal static class Libphonenumber
{
    public static PhoneNumberUtil Numbers { get; } = PhoneNumberUtil.GetInstance();
    public static ShortNumberInfo ShortNumbers { get; } = ShortNumberInfo.GetInstance();

    /// <summary>Reads digits, with a plus or as dialled in a country, into a number that need not be valid; null when none.</summary>
    public static PhoneNumber? Parse(string digits, string? country)
    {
        try
        {
            return Numbers.Parse(digits, country);
        }
        catch (NumberParseException)
        {
            return null;
        }
    }
}
