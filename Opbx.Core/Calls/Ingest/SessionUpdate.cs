namespace Opbx.Core.Calls.Ingest;

/// <summary>What a session update says (contract 4.2), as far as we understand it.</summary>
public sealed record SessionUpdate
{
    /// <summary>The session token.</summary>
    public required string Token { get; init; }

    /// <summary>The platform's id of the event, with that of the session.</summary>
    public string? EventId { get; init; }

    /// <summary>The subscriber the session concerns now; may be left over from an earlier dial.</summary>
    public long? SubscriberId { get; init; }

    /// <summary>Who calls.</summary>
    public string? CallerId { get; init; }

    /// <summary>What was dialled.</summary>
    public string? Destination { get; init; }

    /// <summary>The platform's word for the direction, in lower case.</summary>
    public string? Direction { get; init; }

    /// <summary>The status, in lower case.</summary>
    public string? Status { get; init; }

    /// <summary>When the session was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>The platform's time of the update: orders updates.</summary>
    public required DateTimeOffset ModifiedAt { get; init; }

    /// <summary>When the call began.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When the platform answered; null when it did not (the wire says 0 or null).</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>When the call ended.</summary>
    public DateTimeOffset? EndedAt { get; init; }
}
