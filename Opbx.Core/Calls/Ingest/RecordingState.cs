namespace Opbx.Core.Calls.Ingest;

/// <summary>The understood part of a recording status (docs/cloudonix.md).</summary>
public sealed record RecordingState
{
    public required string Token { get; init; }
    public string? RecordingId { get; init; }

    /// <summary>Lower case.</summary>
    public string? Status { get; init; }

    public string? Url { get; init; }

    /// <summary>Seconds.</summary>
    public int? Duration { get; init; }
}
