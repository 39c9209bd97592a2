namespace Opbx.Core.Integrations.Delivery;

/// <summary>Response times of an integration's receiver and its backlog.</summary>
/// <param name="MedianMs">Null without attempts.</param>
/// <param name="SlowMs">95th percentile.</param>
public sealed record HealthSummary(int Waiting, DateTimeOffset? OldestWaiting, int? MedianMs, int? SlowMs)
{
    /// <summary>Whether our own egress seems to be broken, so that nothing is sent to anyone.</summary>
    public bool CutOff { get; init; }

    /// <summary>Until when the receiver is paused because it keeps failing; null when it is not.</summary>
    public DateTimeOffset? LeftAloneUntil { get; init; }
}
