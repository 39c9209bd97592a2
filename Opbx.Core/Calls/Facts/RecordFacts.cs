using Opbx.Core.Calls.Ingest;

namespace Opbx.Core.Calls.Facts;

/// <summary>What the call record says. The record with the latest time wins; at the same time, the greater hash.</summary>
public sealed record RecordFacts
{
    public DateTimeOffset Timestamp { get; init; }
    public string Hash { get; init; } = "";
    public string? From { get; init; }
    public string? To { get; init; }
    public RecordResult Result { get; init; }
    public DateTimeOffset? Started { get; init; }
    public DateTimeOffset? Answered { get; init; }
    public DateTimeOffset Ended { get; init; }

    /// <summary>Seconds.</summary>
    public int? Duration { get; init; }

    /// <summary>Seconds from the answer.</summary>
    public int? BillableSeconds { get; init; }

    public string? RecordingUrl { get; init; }

    public static RecordFacts Create(CallDetailRecord record, string hash) => new() {
        Timestamp = record.Timestamp,
        Hash = hash,
        From = record.From,
        To = record.To,
        Result = RecordResults.From(record.Disposition),
        Started = record.StartedAt,
        Answered = record.AnsweredAt,
        Ended = record.EndedAt,
        Duration = record.Duration,
        BillableSeconds = record.BillableSeconds,
        RecordingUrl = record.RecordingUrl,
    };

    public static RecordFacts Later(RecordFacts one, RecordFacts? other)
    {
        if (other is null) return one;
        var order = one.Timestamp.CompareTo(other.Timestamp);
        if (order == 0) order = string.CompareOrdinal(one.Hash, other.Hash);
        return order >= 0 ? one : other;
    }
}

public enum RecordResult
{
    /// <summary>An unknown result, or the platform failed to connect the call.</summary>
    Failed,
    /// <summary>The platform answered, perhaps only to play something.</summary>
    Answered,
    NoAnswer,
    Busy,
    Canceled,
}
