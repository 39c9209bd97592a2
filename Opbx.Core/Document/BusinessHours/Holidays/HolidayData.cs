using System.Reflection;

namespace Opbx.Core.Document.BusinessHours.Holidays;

/// <summary>The file <c>holidays.json</c>, as written by build/holidays/refresh.mjs.</summary>
/// <param name="Source">Source of the data, with version.</param>
/// <param name="First">First year with data.</param>
/// <param name="Last">Last year with data.</param>
internal sealed record HolidayData(string Source, string Licence, int First, int Last, IReadOnlyList<CountryHolidays> Countries)
{
    public static HolidayData Load()
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream("holidays.json")
            ?? throw new InvalidOperationException("holidays.json is not in the assembly.");
        return JsonSerializer.Deserialize<HolidayData>(file, JsonSerializerOptions.Web)!;
    }
}

/// <param name="Code">ISO 3166 code.</param>
/// <param name="Days">Pairs of name and days: <c>0101</c> for every year, otherwise one group per year, space-separated.</param>
internal sealed record CountryHolidays(string Code, string Name, IReadOnlyList<string[]> Days, IReadOnlyList<RegionHolidays> Regions);

/// <param name="Add">Holidays in addition to the country's.</param>
/// <param name="Drop">The country's holidays that are not observed here.</param>
internal sealed record RegionHolidays(string Code, string Name, IReadOnlyList<string[]> Add, IReadOnlyList<string[]> Drop);
