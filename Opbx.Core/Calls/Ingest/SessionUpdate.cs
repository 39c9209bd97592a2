namespace Opbx.Core.Calls.Ingest;

/// <summary>The understood part of a session update (docs/cloudonix.md).</summary>
public sealed record SessionUpdate
{
    public required string Token { get; init; }

    /// <summary>The platform's id of the event, combined with that of the session.</summary>
    public string? EventId { get; init; }

    /// <summary>The subscriber currently concerned; may be left over from an earlier dial.</summary>
    public long? SubscriberId { get; init; }

    public string? CallerId { get; init; }
    public string? Destination { get; init; }

    /// <summary>As named by the platform, in lower case.</summary>
    public string? Direction { get; init; }

    /// <summary>Lower case.</summary>
    public string? Status { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>The platform's time of the update, by which updates are ordered.</summary>
    public required DateTimeOffset ModifiedAt { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When the platform answered; null when it did not (0 or null on the wire).</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }
}
