namespace Opbx.Core.Integrations.Delivery;

/// <summary>Detects that our own egress is broken: nearly all receivers fail at once. Attempts then do not count.</summary>
internal sealed class EgressMonitor
{
    private const int FewestHosts = 3;
    private const double Share = 0.8;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan BetweenProbes = TimeSpan.FromSeconds(15);

    private readonly Dictionary<(Guid Organization, string Host), (DateTimeOffset At, bool Failed)> _hosts = [];
    private DateTimeOffset _nextProbe;

    public bool IsDown { get; private set; }

    /// <summary>Whether an attempt may start now: always, or one every 15 s during an outage.</summary>
    public bool Lets(DateTimeOffset now)
    {
        if (!IsDown) return true;
        if (now < _nextProbe) return false;
        _nextProbe = now + BetweenProbes;
        return true;
    }

    /// <summary>Records the outcome of an attempt; false when it must not count because of an outage.</summary>
    public bool Counts(DateTimeOffset now, Guid organization, string host, Outcome outcome)
    {
        var failed = Outcomes.IsOfNetwork(outcome);
        if (!failed) IsDown = false;
        else if (IsDown) return false;
        _hosts[(organization, host.ToUpperInvariant())] = (now, failed);
        foreach (var old in _hosts.Where(h => h.Value.At < now - Window).Select(h => h.Key).ToList()) _hosts.Remove(old);
        if (!failed || _hosts.Keys.Select(k => k.Host).Distinct(StringComparer.Ordinal).Count() < FewestHosts || ShareThatFails() <= Share)
            return true;
        (IsDown, _nextProbe) = (true, now + BetweenProbes);
        return true;
    }

    /// <summary>Every organization has the same weight, so that one with many dead receivers does not stop the others.</summary>
    private double ShareThatFails() =>
        _hosts.GroupBy(h => h.Key.Organization).Average(g => g.Count(h => h.Value.Failed) / (double)g.Count());
}
