namespace Opbx.Core.Calls.Ingest;

/// <summary>What a session update says (contract 4.2), as far as we understand it.</summary>
public sealed record SessionUpdate
{
    public required string Token { get; init; }

    /// <summary>The platform's id of the event, with that of the session.</summary>
    public string? EventId { get; init; }

    /// <summary>The subscriber the session concerns now; may be left over from an earlier dial.</summary>
    public long? SubscriberId { get; init; }

    public string? CallerId { get; init; }
    public string? Destination { get; init; }

    /// <summary>The platform's word for the direction, in lower case.</summary>
    public string? Direction { get; init; }

    /// <summary>The status, in lower case.</summary>
    public string? Status { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>The platform's time of the update: orders updates.</summary>
    public required DateTimeOffset ModifiedAt { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When the platform answered; null when it did not (the wire says 0 or null).</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }
}
