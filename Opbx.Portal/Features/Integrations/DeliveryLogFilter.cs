using Microsoft.AspNetCore.WebUtilities;
using Opbx.Core.Document.Integrations;
using Opbx.Core.Integrations.Delivery;
using Opbx.Portal.Components.Ui;

namespace Opbx.Portal.Features.Integrations;

/// <summary>Which deliveries the page shows; in its address.</summary>
/// <param name="Outcome">Of the last attempt.</param>
/// <param name="First">The first day, in the phone system's zone.</param>
/// <param name="Last">The last day.</param>
public sealed record DeliveryLogFilter(DeliveryState? State, Trigger? Trigger, Outcome? Outcome, DateOnly? First, DateOnly? Last)
{
    public static readonly DeliveryLogFilter All = new(null, null, null, null, null);

    public static readonly IReadOnlyList<string> Names = ["state", "trigger", "outcome", "first", "last"];

    /// <summary>Reads it from an address; invalid values are ignored.</summary>
    public static DeliveryLogFilter From(string address)
    {
        var query = QueryHelpers.ParseQuery(new Uri(address).Query);
        string? Value(int name) => query.TryGetValue(Names[name], out var values) ? values.ToString() : null;
        return new DeliveryLogFilter(Member<DeliveryState>(Value(0)), Member<Trigger>(Value(1)), Member<Outcome>(Value(2)),
            DateTimes.Day(Value(3)), DateTimes.Day(Value(4)));
    }

    /// <summary>Null when the text is not a member.</summary>
    public static T? Member<T>(string? text)
        where T : struct, Enum => Enum.TryParse<T>(text, out var value) && Enum.IsDefined(value) ? value : null;

    /// <summary>As query parameters, for the first page.</summary>
    public IReadOnlyDictionary<string, object?> Parameters() => new Dictionary<string, object?>(StringComparer.Ordinal) {
        [Names[0]] = State?.ToString(),
        [Names[1]] = Trigger?.ToString(),
        [Names[2]] = Outcome?.ToString(),
        [Names[3]] = DateTimes.Spell(First),
        [Names[4]] = DateTimes.Spell(Last),
        ["page"] = null,
    };

    public DeliveryQuery ToQuery(string? search, TimeZoneInfo zone, int limit = 50) => new() {
        State = State,
        Trigger = Trigger,
        Outcome = Outcome,
        After = First is { } first ? DateTimes.Midnight(first, zone) : null,
        Before = Last is { } last ? DateTimes.Midnight(last.AddDays(1), zone) : null,
        Search = search,
        Limit = limit,
    };
}
