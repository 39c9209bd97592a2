namespace Opbx.Core.Integrations.Delivery;

/// <summary>How fast an integration's receiver answers and what waits for it.</summary>
/// <param name="MedianMs">Half of the attempts took no longer; null without attempts.</param>
/// <param name="SlowMs">95 % of the attempts took no longer.</param>
public sealed record HealthSummary(int Waiting, DateTimeOffset? OldestWaiting, int? MedianMs, int? SlowMs)
{
    /// <summary>Whether our own way out seems to be broken, so that nothing is sent to anybody.</summary>
    public bool CutOff { get; init; }

    /// <summary>Until when the receiver is left alone because it keeps failing; null when it is not.</summary>
    public DateTimeOffset? LeftAloneUntil { get; init; }
}
