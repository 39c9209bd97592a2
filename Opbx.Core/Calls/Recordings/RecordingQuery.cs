namespace Opbx.Core.Calls.Recordings;

/// <summary>Selects recordings; null members do not restrict.</summary>
public sealed record RecordingQuery(RecordingKind Kind)
{
    /// <summary>Digits of a number, or part of the caller's name.</summary>
    public string? Search { get; init; }

    /// <summary>The mailbox, or an extension that took part in the call.</summary>
    public string? Extension { get; init; }

    /// <summary>Only messages that were listened to, or only those that were not.</summary>
    public bool? Heard { get; init; }

    public RecordingOrder Order { get; init; } = RecordingOrder.Time;
    public bool Reversed { get; init; }
    public int Skip { get; init; }
    public int Take { get; init; } = 50;
}
