using Opbx.Core.Calls.Ingest;

namespace Opbx.Core.Calls.Facts;

/// <summary>All session updates of a call combined. Joining is commutative, associative and idempotent.</summary>
public sealed record SessionFacts
{
    public Told? CallerId { get; init; }
    public Told? Destination { get; init; }

    /// <summary>As named by the platform.</summary>
    public Told? Direction { get; init; }

    public Told? Status { get; init; }
    public DateTimeOffset? Started { get; init; }

    /// <summary>The earliest reported answer, which may be that of a menu.</summary>
    public DateTimeOffset? Answered { get; init; }

    public DateTimeOffset? Ended { get; init; }

    /// <summary>The platform's time of the last <c>ringing</c>.</summary>
    public DateTimeOffset? LastRinging { get; init; }

    /// <summary>Connected subscribers (0 when none was named), each with the platform's latest time, ordered by subscriber.</summary>
    public IReadOnlyList<Connection> Connections { get; init; } = [];

    public static SessionFacts From(SessionUpdate update)
    {
        var at = update.ModifiedAt;
        Told? Say(string? value, int rank = 0) => value is null ? null : new Told(at, value, rank);
        return new SessionFacts {
            CallerId = Say(update.CallerId),
            Destination = Say(update.Destination),
            Direction = Say(update.Direction),
            Status = Say(update.Status, SessionStatus.Rank(update.Status)),
            Started = update.StartedAt ?? update.CreatedAt,
            Answered = update.AnsweredAt,
            Ended = update.EndedAt,
            LastRinging = update.Status == SessionStatus.Ringing ? at : null,
            Connections = update.Status == SessionStatus.Connected ? [new Connection(update.SubscriberId ?? 0, at)] : [],
        };
    }

    public SessionFacts Join(SessionFacts other) => new() {
        CallerId = Told.Later(CallerId, other.CallerId),
        Destination = Told.Later(Destination, other.Destination),
        Direction = Told.Later(Direction, other.Direction),
        Status = Told.Later(Status, other.Status),
        Started = Extremes.Earlier(Started, other.Started),
        Answered = Extremes.Earlier(Answered, other.Answered),
        Ended = Extremes.Later(Ended, other.Ended),
        LastRinging = Extremes.Later(LastRinging, other.LastRinging),
        Connections =
            [.. Connections.Concat(other.Connections).GroupBy(c => c.Subscriber).Select(g => g.MaxBy(c => c.At)!)
                .OrderBy(c => c.Subscriber)],
    };
}

/// <param name="Subscriber">The platform's id; 0 when none was named.</param>
public sealed record Connection(long Subscriber, DateTimeOffset At);
