using PhoneNumbers;

namespace Opbx.Core.Numbering;

/// <summary>Wraps libphonenumber and its exceptions.</summary>
internal static class Libphonenumber
{
    public static PhoneNumberUtil Numbers { get; } = PhoneNumberUtil.GetInstance();
    public static ShortNumberInfo ShortNumbers { get; } = ShortNumberInfo.GetInstance();

    /// <summary>Reads digits, with a plus or as dialled in a country; the number may be invalid. Null when there is none.</summary>
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
