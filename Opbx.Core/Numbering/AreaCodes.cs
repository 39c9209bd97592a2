namespace Opbx.Core.Numbering;

/// <summary>
/// Finds area codes. The data does not name them, but it says how a number is grouped when it is written internationally, and then
/// the first of several groups is the area code: +49 30 123456, +44 121 234 5678. Countries without a trunk prefix have dissolved
/// their areas (+45 12 34 56 78) and get none, except Mexico, and Italy where the zero is a part of the number.
/// </summary>
internal sealed class AreaCodes(CountryData main)
{
    private readonly (DigitPattern Pattern, DigitPattern? Leading, int Area)[] _formats =
        [.. (main.Formats ?? []).Select(f => (new DigitPattern(f.Pattern), f.Leading is null ? null : new DigitPattern(f.Leading), f.Area))];

    /// <summary>The area code of a fixed line's national digits; in North America of every number; null where there is none.</summary>
    public string? Of(string national, NumberKind kind)
    {
        if (main.Code == "1") return national.Length == 10 ? national[..3] : null;
        if (kind is not (NumberKind.FixedLine or NumberKind.FixedOrMobile)) return null;
        if (main.Trunk is null && main.Code != "52" && national[0] != '0') return null;
        foreach (var (pattern, leading, area) in _formats)
        {
            if (leading?.Begins(national) == false || pattern.MatchWhole(national) is not { } match) continue;
            return area > 0 ? match.Groups[area].Value : null;
        }
        return null;
    }
}
