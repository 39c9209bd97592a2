namespace Opbx.Core.Integrations.Delivery;

/// <summary>How sending went.</summary>
/// <param name="Status">The HTTP status, if one came.</param>
/// <param name="Milliseconds">How long it took; null when nothing was sent.</param>
/// <param name="RetryAfter">How long the receiver asks to wait.</param>
/// <param name="Response">The beginning of the answer, masked.</param>
/// <param name="Timing">Where the time went; null when nothing was sent.</param>
internal sealed record SendResult(Outcome Outcome, int? Status = null, int? Milliseconds = null, TimeSpan? RetryAfter = null,
    ResponseHead? Response = null, AttemptTiming? Timing = null)
{
    /// <summary>Whether the receiver took it: a 2xx, also when its answer was too large to be read to the end.</summary>
    public bool Taken => Outcome == Outcome.Ok || (Outcome == Outcome.TooLarge && Status is >= 200 and <= 299);

    /// <summary>What the receiver asks for besides, with the header <c>webhook-delivery</c>.</summary>
    public ReceiverControl Control { get; init; }

    /// <summary>Whether the receiver wants nothing any more.</summary>
    public bool SaysGone => Outcome == Outcome.Gone || Control == ReceiverControl.Disable;
}

/// <summary>What a receiver may ask for in its answer.</summary>
internal enum ReceiverControl
{
    None,

    /// <summary>Not to try this delivery again (<c>abort-message</c>).</summary>
    Abort,

    /// <summary>Not to send anything any more (<c>disable</c>).</summary>
    Disable,
}

/// <summary>Bounds of one attempt.</summary>
internal sealed record SendLimits
{
    /// <summary>For everything: connecting, sending, the answer's head and body.</summary>
    public TimeSpan Total { get; init; } = TimeSpan.FromSeconds(15);

    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>For attempts that run when the portal stops.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Bytes of the answer's body that are read.</summary>
    public int Read { get; init; } = 64 * 1024;

    /// <summary>Bytes of the answer's body that are kept.</summary>
    public int Keep { get; init; } = 16 * 1024;
}
