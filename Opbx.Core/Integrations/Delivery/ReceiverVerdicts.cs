namespace Opbx.Core.Integrations.Delivery;

/// <summary>When an integration is switched off because its receiver only fails: after 5 days without success with at least 20 failures
/// that lie 12 hours apart. Half way people are told.</summary>
public static class ReceiverVerdicts
{
    /// <summary>How long it may fail.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(5);

    private const int Fewest = 20;
    private static readonly TimeSpan Apart = TimeSpan.FromHours(12);

    /// <summary>Judges.</summary>
    public static ReceiverVerdict Judge(ReceiverRecord record, DateTimeOffset now)
    {
        var (failing, span) = (now - record.FailingSince, record.LastFailureAt - record.FailingSince);
        if (failing >= Patience && record.Failures >= Fewest && span >= Apart) return ReceiverVerdict.SwitchOff;
        return !record.Warned && failing >= Patience / 2 && record.Failures >= Fewest / 2 && span >= Apart / 2 ? ReceiverVerdict.Warn
            : ReceiverVerdict.Fine;
    }
}
