using Opbx.Core.Document.Integrations;

namespace Opbx.Core.Integrations.Delivery;

/// <summary>A delivery as shown in the log.</summary>
public sealed record DeliveryView
{
    public required string Id { get; init; }

    /// <summary>Sent to the receiver as <c>webhook-id</c>.</summary>
    public required string EventId { get; init; }

    public required Trigger Trigger { get; init; }
    public required DeliveryKind Kind { get; init; }
    public required DeliveryState State { get; init; }
    public string? CallUuid { get; init; }
    public required DateTimeOffset OccurredAt { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Null when the delivery is over.</summary>
    public DateTimeOffset? NextAttemptAt { get; init; }

    /// <summary>Explains the last outcome and what to do about it.</summary>
    public string? Message { get; init; }

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<AttemptView> Attempts { get; init; } = [];

    /// <summary>The last request, without secrets.</summary>
    public MaskedRequest? Request { get; init; }

    /// <summary>The beginning of the last response, without secrets.</summary>
    public ResponseHead? Response { get; init; }
}

/// <summary>An attempt as shown in the log.</summary>
/// <param name="Status">The HTTP status, if any.</param>
/// <param name="Ms">Duration in milliseconds; null when nothing was sent.</param>
/// <param name="Timing">Null when it was not measured.</param>
public sealed record AttemptView(DateTimeOffset At, int? Status, Outcome Outcome, int? Ms, AttemptTiming? Timing);
