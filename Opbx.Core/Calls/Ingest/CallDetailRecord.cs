namespace Opbx.Core.Calls.Ingest;

/// <summary>What a call record says (contract 4.5), as far as we understand it.</summary>
public sealed record CallDetailRecord
{
    /// <summary>The session token.</summary>
    public required string Token { get; init; }

    /// <summary>The record's own time.</summary>
    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>Who called.</summary>
    public string? From { get; init; }

    /// <summary>What was dialled.</summary>
    public string? To { get; init; }

    /// <summary>The platform's word for how it ended.</summary>
    public string? Disposition { get; init; }

    /// <summary>When it began.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When the platform answered; null when it did not (the wire says 0).</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>When it ended.</summary>
    public required DateTimeOffset EndedAt { get; init; }

    /// <summary>Length in seconds.</summary>
    public int? Duration { get; init; }

    /// <summary>Length in seconds from the answer.</summary>
    public int? BillableSeconds { get; init; }

    /// <summary>Where a recording of the call is; the platform rarely says so here.</summary>
    public string? RecordingUrl { get; init; }
}
