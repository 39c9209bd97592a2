using Opbx.Core.Document.Extensions;
using Opbx.Core.Document.Simulation;

namespace Opbx.Portal.Features.Simulation;

/// <summary>The simulated call, as in the page's address.</summary>
/// <param name="Inside">Whether an extension calls; otherwise somebody outside.</param>
/// <param name="At">Date and time in the phone system's zone; null for now.</param>
public sealed record SimulatedCall(bool Inside, string From, string To, DateTime? At, IReadOnlyList<ScriptItem> Script)
{
    private const string Outsider = "+12025550143";
    private const string RoutingEvent = "yyyy-MM-dd'T'HH:mm";

    /// <summary>Missing parts of the address are filled with existing objects.</summary>
    public static SimulatedCall Read(SimulatorAddress address, PbxDocument document)
    {
        var inside = address.Inside || document.PhoneNumbers.Count == 0;
        var caller = document.Extensions.OfType<UserExtension>().FirstOrDefault(e => e.Active)?.Number ?? "";
        var called = inside ? document.Extensions.FirstOrDefault(e => e.Number != caller)?.Number
            : (document.PhoneNumbers.FirstOrDefault(n => n.Active) ?? document.PhoneNumbers[0]).Number;
        return new SimulatedCall(
            inside,
            Given(address.From) ?? (inside ? caller : Outsider),
            Given(address.To) ?? called ?? "",
            DateTime.TryParseExact(address.At, RoutingEvent, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at : null,
            ScriptText.Read(address.Script));
    }

    /// <summary>As query parameters; null removes one.</summary>
    public IReadOnlyDictionary<string, object?> Parameters() => new Dictionary<string, object?>(StringComparer.Ordinal) {
        ["inside"] = Inside ? "true" : null,
        ["from"] = From,
        ["to"] = To,
        ["at"] = At?.ToString(RoutingEvent, CultureInfo.InvariantCulture),
        ["do"] = ScriptText.Write(Script),
    };

    public SimulationRequest Request(TimeZoneInfo zone) => new() {
        From = From,
        To = To,
        Direction = Inside ? SimulationDirection.Internal : SimulationDirection.Inbound,
        At = At is { } local ? new DateTimeOffset(local, zone.GetUtcOffset(local)) : null,
        Script = Script,
    };

    private static string? Given(string? text) => text?.Trim() is { Length: > 0 and <= 64 } given ? given : null;
}

/// <summary>The unchecked parameters of the page's address.</summary>
/// <param name="Inside">Whether an extension calls.</param>
public sealed record SimulatorAddress(bool Inside, string? From, string? To, string? At, string? Script);
