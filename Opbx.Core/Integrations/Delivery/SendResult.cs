namespace Opbx.Core.Integrations.Delivery;

/// <param name="Status">The HTTP status, if any.</param>
/// <param name="Milliseconds">Null when nothing was sent.</param>
/// <param name="RetryAfter">How long the receiver asks to wait.</param>
/// <param name="Response">The beginning of the response, masked.</param>
/// <param name="Timing">Null when nothing was sent.</param>
internal sealed record SendResult(Outcome Outcome, int? Status = null, int? Milliseconds = null, TimeSpan? RetryAfter = null,
    ResponseHead? Response = null, AttemptTiming? Timing = null)
{
    /// <summary>Whether the receiver accepted it: any 2xx, even if the response was too large to be read to the end.</summary>
    public bool Taken => Outcome == Outcome.Ok || (Outcome == Outcome.TooLarge && Status is >= 200 and <= 299);

    /// <summary>From the header <c>webhook-delivery</c>.</summary>
    public ReceiverControl Control { get; init; }

    /// <summary>Whether the receiver wants nothing more.</summary>
    public bool SaysGone => Outcome == Outcome.Gone || Control == ReceiverControl.Disable;
}

/// <summary>What a receiver may request in its response.</summary>
internal enum ReceiverControl
{
    None,
    /// <summary>Do not retry this delivery (<c>abort-message</c>).</summary>
    Abort,
    /// <summary>Do not send anything more (<c>disable</c>).</summary>
    Disable,
}

/// <summary>Limits of one attempt.</summary>
internal sealed record SendLimits
{
    /// <summary>For everything: connecting, sending, response headers and body.</summary>
    public TimeSpan Total { get; init; } = TimeSpan.FromSeconds(15);

    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>For attempts in flight when the portal stops.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Bytes of the response body that are read.</summary>
    public int Read { get; init; } = 64 * 1024;

    /// <summary>Bytes of the response body that are stored.</summary>
    public int Keep { get; init; } = 16 * 1024;
}
