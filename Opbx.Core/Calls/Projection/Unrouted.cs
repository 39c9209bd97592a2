using Opbx.Core.Calls.Facts;
using Opbx.Core.Routing;

namespace Opbx.Core.Calls.Projection;

/// <summary>What the platform's messages alone say about a call without any stored request, because the store was unavailable or slow.
/// Integrations then get events under the keys a late request would use, so each event is sent once.</summary>
internal static class Unrouted
{
    /// <summary>The direction of a call whose start can be reported; null while a request may change it, or not a business call.</summary>
    public static CallDirection? Begun(Call call, CallFactSheet facts, Surroundings around)
    {
        if (facts.Stages.Count > 0 || !IsPastRouting(facts)) return null;
        return facts.Session?.Direction?.Value switch {
            "incoming" or "inbound" or "outgoing" or "outbound" or "subscriber" => call.Direction,
            // Started by a program, such as a supervisor's phone that joins a call.
            "application" or "outbound-api" or "internal" => null,
            // Unknown. Callers from outside dial a number, not an extension; the platform calls phones for us.
            _ => around.Extension(call.To) is null ? call.Direction : null,
        };
    }

    /// <summary>Whether someone answered, as far as can be told without knowing our documents.</summary>
    public static bool IsAnswered(CallFactSheet facts) => facts.Stages.Count == 0
        && (facts.Record is { Result: RecordResult.Answered }
        || (facts.Session is { LastRinging: { } rang } session && session.Connections.Any(c => c.At >= rang)));

    /// <summary>The extension that a call from outside was connected to; null when unknown.</summary>
    public static string? Extension(CallFactSheet facts, Surroundings around)
    {
        if (facts.Stages.Count > 0 || facts.Session is not { LastRinging: { } rang, Direction.Value: "incoming" or "inbound" } session)
            return null;
        return session.Connections.Where(c => c.At >= rang).OrderByDescending(c => c.At).ThenBy(c => c.Subscriber)
            .Select(c => around.ExtensionOf(c.Subscriber)).FirstOrDefault(e => e is not null);
    }

    /// <summary>Updates up to "processing" precede the first answered request; after a later one, it should be here.</summary>
    private static bool IsPastRouting(CallFactSheet facts) =>
        facts.Record is not null
        || facts.Session is { } session
        && (session.LastRinging is not null || session.Connections.Count > 0 || session.Ended is not null || session.Answered is not null
            || SessionStatus.Rank(session.Status?.Value) >= SessionStatus.Rank(SessionStatus.Ringing));
}
