namespace Opbx.Core.Numbering;

/// <summary>A valid number that somebody dialled.</summary>
/// <param name="Number">The number in E.164; a short code's digits as dialled.</param>
/// <param name="Region">ISO 3166 code of its country; <c>001</c> for worldwide numbers.</param>
/// <param name="AreaCode">Its area code without trunk prefix, where it has one.</param>
public sealed record DialledNumber(string Number, string Region, NumberKind Kind, string? AreaCode)
{
    /// <summary>Whether it is a short code, which is dialled as it is and only within its country.</summary>
    public bool IsShortCode => Number[0] != '+';
}
