namespace Opbx.Core.Calls.Ingest;

/// <summary>What a call record says (contract 4.5), as far as we understand it.</summary>
public sealed record CallDetailRecord
{
    public required string Token { get; init; }
    public required DateTimeOffset Timestamp { get; init; }
    public string? From { get; init; }
    public string? To { get; init; }

    /// <summary>The platform's word for how it ended.</summary>
    public string? Disposition { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When the platform answered; null when it did not (the wire says 0).</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    public required DateTimeOffset EndedAt { get; init; }

    /// <summary>Length in seconds.</summary>
    public int? Duration { get; init; }

    /// <summary>Length in seconds from the answer.</summary>
    public int? BillableSeconds { get; init; }

    /// <summary>Where a recording of the call is; the platform rarely says so here.</summary>
    public string? RecordingUrl { get; init; }
}
