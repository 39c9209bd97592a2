using Microsoft.AspNetCore.WebUtilities;
using Opbx.Core.Calls;
using Opbx.Core.Calls.Log;
using Opbx.Core.Routing;
using Opbx.Portal.Components.Ui;

namespace Opbx.Portal.Features.Calls;

/// <summary>Which calls the page shows; in its address.</summary>
/// <param name="First">The first day, in the phone system's zone.</param>
/// <param name="Last">The last day.</param>
/// <param name="Extension">An extension that called, rang or answered.</param>
public sealed record CallLogFilter(CallDirection? Direction, Disposition? Outcome, DateOnly? First, DateOnly? Last,
    string? Extension = null, string? Group = null)
{
    private const int LongestName = 100;

    public static readonly CallLogFilter None = new(null, null, null, null);

    public static readonly IReadOnlyList<string> Names = ["direction", "outcome", "first", "last", "extension", "group"];

    /// <summary>Reads it from an address; invalid values are ignored.</summary>
    public static CallLogFilter From(string address)
    {
        var query = QueryHelpers.ParseQuery(new Uri(address).Query);
        string? Value(int name) => query.TryGetValue(Names[name], out var values) ? values.ToString() : null;
        return new CallLogFilter(Member<CallDirection>(Value(0)), Member<Disposition>(Value(1)), DateTimes.Day(Value(2)),
            DateTimes.Day(Value(3)), Name(Value(4)), Name(Value(5)));
    }

    /// <summary>The filters and search text of an address in one canonical form, for storing. Empty when there are none.</summary>
    public static string Chosen(string address)
    {
        var query = QueryHelpers.ParseQuery(new Uri(address).Query);
        var chosen = Names.Prepend("search").Where(n => !string.IsNullOrWhiteSpace(query.GetValueOrDefault(n).ToString()))
            .Select(n => $"{n}={Uri.EscapeDataString(query[n].ToString())}");
        return string.Join('&', chosen);
    }

    /// <summary>As query parameters, for the first page.</summary>
    public IReadOnlyDictionary<string, object?> Parameters() => new Dictionary<string, object?>(StringComparer.Ordinal) {
        [Names[0]] = Direction?.ToString(),
        [Names[1]] = Outcome?.ToString(),
        [Names[2]] = DateTimes.Spell(First),
        [Names[3]] = DateTimes.Spell(Last),
        [Names[4]] = Extension,
        [Names[5]] = Group,
        ["page"] = null,
        ["place"] = null,
    };

    public CallQuery ToQuery(string? number, int limit, TimeZoneInfo zone) => new() {
        Number = number,
        Direction = Direction,
        Disposition = Outcome,
        Extension = Extension,
        Group = Group,
        After = First is { } first ? DateTimes.Midnight(first, zone) : null,
        Before = Last is { } last ? DateTimes.Midnight(last.AddDays(1), zone) : null,
        Limit = limit,
    };

    private static string? Name(string? text) => text?.Trim() is { Length: > 0 and <= LongestName } name ? name : null;

    private static T? Member<T>(string? text)
        where T : struct, Enum => Enum.TryParse<T>(text, out var value) && Enum.IsDefined(value) ? value : null;
}
