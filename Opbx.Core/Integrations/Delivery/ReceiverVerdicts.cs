namespace Opbx.Core.Integrations.Delivery;

/// <summary>Switches an integration off after 5 days without success and at least 20 failures spanning at least 12 hours.
/// People are notified half way.</summary>
public static class ReceiverVerdicts
{
    /// <summary>How long a receiver may fail.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(5);

    private const int Fewest = 20;
    private static readonly TimeSpan Apart = TimeSpan.FromHours(12);

    public static ReceiverVerdict Judge(ReceiverRecord record, DateTimeOffset now)
    {
        var (failing, span) = (now - record.FailingSince, record.LastFailureAt - record.FailingSince);
        if (failing >= Patience && record.Failures >= Fewest && span >= Apart) return ReceiverVerdict.SwitchOff;
        return !record.Warned && failing >= Patience / 2 && record.Failures >= Fewest / 2 && span >= Apart / 2 ? ReceiverVerdict.Warn
            : ReceiverVerdict.Fine;
    }
}
