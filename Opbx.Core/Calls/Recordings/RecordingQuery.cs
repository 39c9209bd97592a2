namespace Opbx.Core.Calls.Recordings;

/// <summary>Which recordings are wanted; absent members do not restrict.</summary>
public sealed record RecordingQuery(RecordingKind Kind)
{
    /// <summary>Digits of a number, or a part of the caller's name.</summary>
    public string? Search { get; init; }

    /// <summary>The mailbox, or an extension that took part in the call.</summary>
    public string? Extension { get; init; }

    /// <summary>Only messages that nobody listened to, or only others.</summary>
    public bool? Heard { get; init; }

    /// <summary>The order; newest first when absent.</summary>
    public RecordingOrder Order { get; init; } = RecordingOrder.Time;

    /// <summary>Whether the order is turned round.</summary>
    public bool Reversed { get; init; }

    /// <summary>How many to leave out.</summary>
    public int Skip { get; init; }

    /// <summary>How many at most.</summary>
    public int Take { get; init; } = 50;
}
