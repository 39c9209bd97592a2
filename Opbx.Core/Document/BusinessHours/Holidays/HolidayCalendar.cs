namespace Opbx.Core.Document.BusinessHours.Holidays;

/// <summary>Full-day public holidays of the world's countries and their regions, shipped with the product; no network access.</summary>
public static class HolidayCalendar
{
    private static readonly Lazy<HolidayData> Data = new(HolidayData.Load);
    private static readonly Lazy<Dictionary<string, CountryHolidays>> ByCode =
        new(() => Data.Value.Countries.ToDictionary(c => c.Code, StringComparer.Ordinal));

    /// <summary>Source of the data, with version and licence.</summary>
    public static string Source => $"{Data.Value.Source}, {Data.Value.Licence}";

    public static int FirstYear => Data.Value.First;
    public static int LastYear => Data.Value.Last;

    public static IReadOnlyList<HolidayCountry> Countries { get; } =
        [.. Data.Value.Countries.Select(c => new HolidayCountry(c.Code, c.Name)).OrderBy(c => c.Name, StringComparer.OrdinalIgnoreCase)];

    /// <summary>Regions whose holidays differ from the country's, by name; empty when there are none or the country is unknown.</summary>
    /// <param name="country">ISO 3166 code.</param>
    public static IReadOnlyList<HolidayRegion> Regions(string country) =>
        ByCode.Value.TryGetValue(country, out var found)
            ? [.. found.Regions.Select(r => new HolidayRegion(r.Code, r.Name)).OrderBy(r => r.Name, StringComparer.OrdinalIgnoreCase)] : [];

    /// <summary>The holidays of a year by date; empty for unknown countries and years without data.</summary>
    /// <param name="country">ISO 3166 code.</param>
    /// <param name="region">A region's code; the national holidays when null or unknown.</param>
    public static IReadOnlyList<Holiday> For(string country, string? region, int year)
    {
        if (year < FirstYear || year > LastYear || !ByCode.Value.TryGetValue(country, out var found)) return [];
        IEnumerable<string[]> days = found.Days;
        if (found.Regions.FirstOrDefault(r => r.Code == region) is { } place)
            days = days.Where(d => !place.Drop.Any(o => o.AsSpan().SequenceEqual(d))).Concat(place.Add);
        return [.. days.SelectMany(d => InYear(d[0], d[1], year)).OrderBy(h => h.Date).ThenBy(h => h.Name, StringComparer.Ordinal)];
    }

    private static IEnumerable<Holiday> InYear(string name, string days, int year)
    {
        if (!days.Contains(' ', StringComparison.Ordinal)) return [new Holiday(Day(year, days), name, Fixed: true)];
        var group = days.Split(' ')[year - FirstYear];
        return group == "-" ? [] : group.Split(',').Select(day => new Holiday(Day(year, day), name, Fixed: false));
    }

    private static DateOnly Day(int year, string day) =>
        new(year, int.Parse(day.AsSpan(0, 2), CultureInfo.InvariantCulture), int.Parse(day.AsSpan(2), CultureInfo.InvariantCulture));
}

/// <param name="Code">ISO 3166 code.</param>
public sealed record HolidayCountry(string Code, string Name);
