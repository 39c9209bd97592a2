using Opbx.Core.Document.Integrations;

namespace Opbx.Core.Integrations.Delivery;

/// <summary>A delivery as the log shows it.</summary>
public sealed record DeliveryView
{
    public required string Id { get; init; }

    /// <summary>The event's id, which the receiver sees as <c>webhook-id</c>.</summary>
    public required string EventId { get; init; }

    public required Trigger Trigger { get; init; }
    public required DeliveryKind Kind { get; init; }
    public required DeliveryState State { get; init; }
    public string? CallUuid { get; init; }
    public required DateTimeOffset OccurredAt { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it is tried next; null when it is over.</summary>
    public DateTimeOffset? NextAttemptAt { get; init; }

    /// <summary>What the last outcome means and what to do about it.</summary>
    public string? Message { get; init; }

    /// <summary>The tries, the oldest first.</summary>
    public IReadOnlyList<AttemptView> Attempts { get; init; } = [];

    /// <summary>The last request, without secrets.</summary>
    public MaskedRequest? Request { get; init; }

    /// <summary>The beginning of the last response, without secrets.</summary>
    public ResponseHead? Response { get; init; }
}

/// <summary>One try as the log shows it.</summary>
/// <param name="Status">The HTTP status, if one came.</param>
/// <param name="Ms">How long it took in milliseconds; null when nothing was sent.</param>
/// <param name="Timing">Where that time went; null when it was not measured.</param>
public sealed record AttemptView(DateTimeOffset At, int? Status, Outcome Outcome, int? Ms, AttemptTiming? Timing);
