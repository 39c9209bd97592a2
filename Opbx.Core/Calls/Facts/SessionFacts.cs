using Opbx.Core.Calls.Ingest;

namespace Opbx.Core.Calls.Facts;

/// <summary>What all session updates of a call say together. Joining is commutative, associative and idempotent, so that order and repeats
/// do not matter.</summary>
public sealed record SessionFacts
{
    public Told? CallerId { get; init; }
    public Told? Destination { get; init; }

    /// <summary>The platform's word for the direction.</summary>
    public Told? Direction { get; init; }

    /// <summary>The last status.</summary>
    public Told? Status { get; init; }

    public DateTimeOffset? Started { get; init; }

    /// <summary>The earliest answer that was said (also by a menu).</summary>
    public DateTimeOffset? Answered { get; init; }

    public DateTimeOffset? Ended { get; init; }

    /// <summary>The platform's time of the last <c>ringing</c>.</summary>
    public DateTimeOffset? LastRinging { get; init; }

    /// <summary>Subscribers that were connected (0 = none was named), each with the platform's last time of it, ordered by
    /// subscriber.</summary>
    public IReadOnlyList<Connection> Connections { get; init; } = [];

    public static SessionFacts From(SessionUpdate update)
    {
        var at = update.ModifiedAt;
        Told? Say(string? value, int rank = 0) => value is null ? null : new Told(at, value, rank);
        return new SessionFacts
        {
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

    /// <summary>What both say together.</summary>
    public SessionFacts Join(SessionFacts other) => new()
    {
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

/// <summary>A subscriber was connected.</summary>
/// <param name="Subscriber">The platform's id; 0 when it named none.</param>
public sealed record Connection(long Subscriber, DateTimeOffset At);
