using Opbx.Core.Calls.Facts;
using Opbx.Core.Routing;

namespace Opbx.Core.Calls.Projection;

/// <summary>What the platform's messages alone say about a call of which no answered request was kept, because the store was away or too
/// slow.
/// Integrations are told from them then, under the keys that a request which comes late would have: so each event is told once.</summary>
internal static class Unrouted
{
    /// <summary>The direction of a call whose beginning can be told; null while a request may still say more, and for sessions that are no
    /// call of the business.</summary>
    public static CallDirection? Begun(Call call, CallFactSheet facts, Surroundings around)
    {
        if (facts.Stages.Count > 0 || !IsPastRouting(facts)) return null;
        return facts.Session?.Direction?.Value switch
        {
            "incoming" or "inbound" or "outgoing" or "outbound" or "subscriber" => call.Direction,
            // A program began it: a supervisor's phone that joins a call is such a session.
            "application" or "outbound-api" or "internal" => null,
            // Nobody said. Whoever calls from outside dials a number and no extension; the platform calls phones for us.
            _ => around.Extension(call.To) is null ? call.Direction : null,
        };
    }

    /// <summary>Whether somebody took the call, as far as anybody can say who does not know what our documents did.</summary>
    public static bool IsAnswered(CallFactSheet facts) => facts.Stages.Count == 0
        && (facts.Record is { Result: RecordResult.Answered }
        || (facts.Session is { LastRinging: { } rang } session && session.Connections.Any(c => c.At >= rang)));

    /// <summary>The own extension that a call from outside was connected with; null when nobody said.</summary>
    public static string? Extension(CallFactSheet facts, Surroundings around)
    {
        if (facts.Stages.Count > 0 || facts.Session is not { LastRinging: { } rang, Direction.Value: "incoming" or "inbound" } session)
            return null;
        return session.Connections.Where(c => c.At >= rang).OrderByDescending(c => c.At).ThenBy(c => c.Subscriber)
            .Select(c => around.ExtensionOf(c.Subscriber)).FirstOrDefault(e => e is not null);
    }

    /// <summary>Updates up to "processing" come before the first request is answered; whatever is later comes after it was, so it would be
    /// here.</summary>
    private static bool IsPastRouting(CallFactSheet facts) =>
        facts.Record is not null
        || facts.Session is { } session
        && (session.LastRinging is not null || session.Connections.Count > 0 || session.Ended is not null || session.Answered is not null
            || SessionStatus.Rank(session.Status?.Value) >= SessionStatus.Rank(SessionStatus.Ringing));
}
