using System.Reflection;

namespace Opbx.Core.Document.BusinessHours.Holidays;

/// <summary>The file <c>holidays.json</c>, as build/holidays/refresh.mjs writes it.</summary>
/// <param name="Source">Where the data comes from, with its version.</param>
/// <param name="First">The first year.</param>
/// <param name="Last">The last year.</param>
internal sealed record HolidayData(string Source, string Licence, int First, int Last, IReadOnlyList<CountryHolidays> Countries)
{
    /// <summary>Reads the file out of this assembly.</summary>
    public static HolidayData Load()
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream("holidays.json")
            ?? throw new InvalidOperationException("holidays.json is not in the assembly.");
        return JsonSerializer.Deserialize<HolidayData>(file, JsonSerializerOptions.Web)!;
    }
}

/// <param name="Code">ISO 3166 code.</param>
/// <param name="Days">Pairs of a holiday's name and its days: <c>0101</c> for the same day every year, else one group a year, separated by
/// spaces.</param>
internal sealed record CountryHolidays(string Code, string Name, IReadOnlyList<string[]> Days, IReadOnlyList<RegionHolidays> Regions);

/// <param name="Add">What it keeps besides its country's.</param>
/// <param name="Drop">What of its country's it does not keep.</param>
internal sealed record RegionHolidays(string Code, string Name, IReadOnlyList<string[]> Add, IReadOnlyList<string[]> Drop);
