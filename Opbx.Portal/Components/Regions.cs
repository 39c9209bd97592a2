using Opbx.Portal.Components.Ui;

namespace Opbx.Portal.Components;

public static class Regions
{
    /// <summary>Two-letter codes, by name.</summary>
    public static readonly IReadOnlyList<Choice<string>> Countries =
    [
        .. CultureInfo.GetCultures(CultureTypes.SpecificCultures)
            .Where(culture => culture.LCID != CultureInfo.InvariantCulture.LCID)
            .Select(culture => new RegionInfo(culture.Name))
            .Where(region => region.TwoLetterISORegionName.Length == 2 && region.TwoLetterISORegionName.All(char.IsAsciiLetterUpper))
            .DistinctBy(region => region.TwoLetterISORegionName, StringComparer.Ordinal)
            .Select(region => new Choice<string>(region.TwoLetterISORegionName, region.EnglishName))
            .OrderBy(choice => choice.Text, StringComparer.Ordinal),
    ];

    /// <summary>Every IANA time zone of a place.</summary>
    public static readonly IReadOnlyList<Choice<string>> TimeZones =
    [
        new("UTC", "UTC"),
        .. TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id)
            .Where(id => id.Contains('/', StringComparison.Ordinal) && !id.StartsWith("Etc/", StringComparison.Ordinal)
            && !id.StartsWith("SystemV/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(id => new Choice<string>(id, id.Replace('_', ' '))),
    ];
}
