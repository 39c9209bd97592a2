namespace Opbx.Core.Numbering;

/// <summary>A valid number that somebody dialled.</summary>
/// <param name="Number">E.164; for a short code the digits as dialled.</param>
/// <param name="Region">ISO 3166 country code; <c>001</c> for worldwide numbers.</param>
/// <param name="AreaCode">Without trunk prefix; null when it has none.</param>
public sealed record DialledNumber(string Number, string Region, NumberKind Kind, string? AreaCode)
{
    /// <summary>Short codes are dialled as they are and only within their country.</summary>
    public bool IsShortCode => Number[0] != '+';
}
