namespace Opbx.Core.Integrations.Delivery;

/// <summary>A delivery that this process may attempt until its lease ends.</summary>
internal sealed record ClaimedDelivery(string Id, Guid IntegrationId, int Attempts, EventFacts Event)
{
    public Guid OrganizationId { get; init; }
    public Guid PbxId { get; init; }

    /// <summary>The call concerned; events of one call are never in flight at the same time.</summary>
    public string? Call { get; init; }

    public DateTimeOffset OccurredAt { get; init; }

    /// <summary>Since when it could have been attempted.</summary>
    public DateTimeOffset WaitingSince { get; init; }

    /// <summary>Until when nobody else may claim it.</summary>
    public DateTimeOffset LeaseUntil { get; init; }

    public Turn Turn => Attempts > 0 ? Turn.Retry : Event.Kind == DeliveryKind.Live ? Turn.Fresh : Turn.Resent;
}

/// <summary>Priority: new events first, then resends, then retries.</summary>
internal enum Turn
{
    /// <summary>First attempt of a new event.</summary>
    Fresh,
    /// <summary>First attempt of a resend or a backfill.</summary>
    Resent,
    Retry,
}

/// <summary>A finished attempt that is not stored yet.</summary>
/// <param name="Request">What was sent, without secrets; null when nothing was.</param>
/// <param name="Host">Null when nothing was sent.</param>
internal sealed record FinishedAttempt(ClaimedDelivery Delivery, DateTimeOffset At, SendResult Result, MaskedRequest? Request,
    string? Host = null)
{
    /// <summary>Whether it uses up one of the delivery's attempts. One spoiled by our own outage does not.</summary>
    public bool Counts { get; init; } = true;
}
