using Opbx.Core.Document.Extensions;
using Opbx.Core.Document.Simulation;

namespace Opbx.Portal.Features.Simulation;

/// <summary>The call that is tried out, as the page's address holds it.</summary>
/// <param name="Inside">Whether an extension calls; else somebody outside.</param>
/// <param name="At">Date and time on the phone system's clock; null for now.</param>
public sealed record SimulatedCall(bool Inside, string From, string To, DateTime? At, IReadOnlyList<ScriptItem> Script)
{
    private const string Outsider = "+12025550143";
    private const string RoutingEvent = "yyyy-MM-dd'T'HH:mm";

    /// <summary>Reads it; what the address does not say is filled with what exists.</summary>
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

    /// <summary>As the parameters of an address; null takes one out.</summary>
    public IReadOnlyDictionary<string, object?> Parameters() => new Dictionary<string, object?>(StringComparer.Ordinal)
    {
        ["inside"] = Inside ? "true" : null,
        ["from"] = From,
        ["to"] = To,
        ["at"] = At?.ToString(RoutingEvent, CultureInfo.InvariantCulture),
        ["do"] = ScriptText.Write(Script),
    };

    public SimulationRequest Request(TimeZoneInfo zone) => new()
    {
        From = From,
        To = To,
        Direction = Inside ? SimulationDirection.Internal : SimulationDirection.Inbound,
        At = At is { } local ? new DateTimeOffset(local, zone.GetUtcOffset(local)) : null,
        Script = Script,
    };

    private static string? Given(string? text) => text?.Trim() is { Length: > 0 and <= 64 } given ? given : null;
}

/// <summary>The parameters of the page's address as they came.</summary>
/// <param name="Inside">Whether an extension calls.</param>
public sealed record SimulatorAddress(bool Inside, string? From, string? To, string? At, string? Script);
