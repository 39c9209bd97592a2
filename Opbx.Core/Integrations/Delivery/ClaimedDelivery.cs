namespace Opbx.Core.Integrations.Delivery;

/// <summary>A delivery that this process may try now.</summary>
internal sealed record ClaimedDelivery(string Id, Guid IntegrationId, int Attempts, EventFacts Event)
{
    public bool IsRetry => Attempts > 0;
}

/// <summary>One try that is over, before it is stored.</summary>
internal sealed record FinishedAttempt(ClaimedDelivery Delivery, DateTimeOffset At, SendResult Result, MaskedRequest? Request);
