namespace Opbx.Core.Calls.Ingest;

/// <summary>The understood part of a call record (docs/cloudonix.md).</summary>
public sealed record CallDetailRecord
{
    public required string Token { get; init; }
    public required DateTimeOffset Timestamp { get; init; }
    public string? From { get; init; }
    public string? To { get; init; }

    /// <summary>As named by the platform.</summary>
    public string? Disposition { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When the platform answered; null when it did not (0 on the wire).</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    public required DateTimeOffset EndedAt { get; init; }

    /// <summary>Seconds.</summary>
    public int? Duration { get; init; }

    /// <summary>Seconds from the answer.</summary>
    public int? BillableSeconds { get; init; }

    /// <summary>URL of a recording of the call; rarely sent here by the platform.</summary>
    public string? RecordingUrl { get; init; }
}
