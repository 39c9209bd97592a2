namespace Opbx.Core.Calls.Ingest;

/// <summary>What a recording status says (contract 3.1), as far as we understand it.</summary>
public sealed record RecordingState
{
    public required string Token { get; init; }
    public string? RecordingId { get; init; }

    /// <summary>The status, in lower case.</summary>
    public string? Status { get; init; }

    public string? Url { get; init; }

    /// <summary>Length in seconds.</summary>
    public int? Duration { get; init; }
}
