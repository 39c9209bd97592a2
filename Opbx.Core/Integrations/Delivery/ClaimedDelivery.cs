namespace Opbx.Core.Integrations.Delivery;

/// <summary>A delivery that this process may try until its lease ends.</summary>
internal sealed record ClaimedDelivery(string Id, Guid IntegrationId, int Attempts, EventFacts Event)
{
    public Guid OrganizationId { get; init; }
    public Guid PbxId { get; init; }

    /// <summary>The call it tells of; events of one call are never under way at the same time.</summary>
    public string? Call { get; init; }

    public DateTimeOffset OccurredAt { get; init; }

    /// <summary>Since when it could have been tried.</summary>
    public DateTimeOffset WaitingSince { get; init; }

    /// <summary>Until when nobody else takes it.</summary>
    public DateTimeOffset LeaseUntil { get; init; }

    /// <summary>In which order lanes are served.</summary>
    public Turn Turn => Attempts > 0 ? Turn.Retry : Event.Kind == DeliveryKind.Live ? Turn.Fresh : Turn.Resent;
}

/// <summary>What goes first: what just happened, what people send again, what failed before.</summary>
internal enum Turn
{
    /// <summary>First attempt for an event that happened.</summary>
    Fresh,

    /// <summary>First attempt of a resend or a backfill.</summary>
    Resent,

    Retry,
}

/// <summary>One try that is over, before it is stored.</summary>
/// <param name="Request">What was sent, without secrets; null when nothing was.</param>
/// <param name="Host">Where it was sent to; null when nothing was.</param>
internal sealed record FinishedAttempt(ClaimedDelivery Delivery, DateTimeOffset At, SendResult Result, MaskedRequest? Request,
    string? Host = null)
{
    /// <summary>Whether it uses up one of the delivery's attempts. An attempt that our own outage spoiled does not.</summary>
    public bool Counts { get; init; } = true;
}
