using Opbx.Core.Calls.Ingest;

namespace Opbx.Core.Calls.Facts;

/// <summary>What the call record says. Of several records of one call the one with the latest time counts, of two with the same time the
/// one with the greater hash.</summary>
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

    /// <summary>Length in seconds.</summary>
    public int? Duration { get; init; }

    /// <summary>Length in seconds from the answer.</summary>
    public int? BillableSeconds { get; init; }

    public string? RecordingUrl { get; init; }

    /// <summary>What a record says.</summary>
    public static RecordFacts Create(CallDetailRecord record, string hash) => new()
    {
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

/// <summary>How a call ended, by its record.</summary>
public enum RecordResult
{
    /// <summary>In a way we have no word for, or the platform failed to connect it.</summary>
    Failed,

    /// <summary>The platform answered, perhaps only to speak.</summary>
    Answered,

    NoAnswer,
    Busy,

    /// <summary>The caller gave up.</summary>
    Canceled,
}
