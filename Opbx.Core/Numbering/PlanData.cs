using System.Reflection;
using System.Text.Json;

namespace Opbx.Core.Numbering;

/// <summary>The file <c>numbering-plan.json</c>, as build/numbering-plan/refresh.mjs writes it.</summary>
/// <param name="Source">Where the data comes from, with versions.</param>
/// <param name="Codes">The countries of every calling code, the main one first.</param>
/// <param name="Countries">The plan of every country.</param>
/// <param name="Worldwide">The plans of calling codes without a country.</param>
internal sealed record PlanData(
    string Source,
    IReadOnlyDictionary<string, string[]> Codes,
    IReadOnlyDictionary<string, CountryData> Countries,
    IReadOnlyDictionary<string, CountryData> Worldwide)
{
    /// <summary>Reads the file out of this assembly.</summary>
    public static PlanData Load()
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream("numbering-plan.json")
            ?? throw new InvalidOperationException("numbering-plan.json is not in the assembly.");
        return JsonSerializer.Deserialize<PlanData>(file, JsonSerializerOptions.Web)!;
    }
}

/// <summary>One country's plan. Patterns are regular expressions over national digits.</summary>
/// <param name="Code">Calling code.</param>
/// <param name="Idd">Pattern of the international prefix.</param>
/// <param name="Lengths">Possible lengths of national numbers.</param>
/// <param name="Formats">How numbers are grouped; only with a calling code's main country.</param>
/// <param name="Trunk">The national (trunk) prefix.</param>
/// <param name="TrunkPattern">Pattern of that prefix where it is more than the digits.</param>
/// <param name="TrunkRule">What the prefix is replaced by, as a replacement pattern.</param>
/// <param name="Leading">First digits that tell this country from others of its calling code.</param>
/// <param name="Types">Patterns by kind.</param>
/// <param name="Emergency">Pattern of emergency numbers.</param>
/// <param name="Short">Pattern of all short codes.</param>
/// <param name="ShortPremium">Pattern of those that cost extra.</param>
/// <param name="ShortCarrier">Pattern of those that only some networks know.</param>
/// <param name="ShortText">Pattern of those for text messages.</param>
internal sealed record CountryData(
    string Code,
    string? Idd,
    string Pattern,
    int[]? Lengths,
    FormatData[]? Formats,
    string? Trunk,
    string? TrunkPattern,
    string? TrunkRule,
    string? Leading,
    IReadOnlyDictionary<string, KindData>? Types,
    string? Emergency,
    string? Short,
    string? ShortPremium,
    string? ShortCarrier,
    string? ShortText);

/// <summary>The numbers of one kind.</summary>
internal sealed record KindData(string Pattern, int[]? Lengths);

/// <summary>How some numbers are grouped; <paramref name="Area"/> is the group that is the area code, 0 for none.</summary>
internal sealed record FormatData(string Pattern, int Area, string? Leading);
