using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Opbx.Core.Users.Locks;

/// <summary>Bounds the tries of one address in a minute: five for one account and twenty in all. What succeeds is given back, so that an
/// office behind one address may sign in together.</summary>
public sealed class SignInLimits(TimeProvider clock)
{
    private const int PerAccount = 5;
    private const int PerAddress = 20;
    private const int MostCounters = 10_000;
    private const int NetworkBytes = 8;
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, Counter> _counters = new(StringComparer.Ordinal);

    /// <summary>Whether one more try is allowed; it is counted then.</summary>
    /// <param name="account">What it is for, for example an e-mail address.</param>
    public bool TryAcquire(IPAddress? address, string account)
    {
        Sweep();
        var (place, both) = Keys(address, account);
        if (!TryAcquire(place, PerAddress)) return false;
        if (TryAcquire(both, PerAccount)) return true;
        Give(place);
        return false;
    }

    /// <summary>Takes back a try that was a good one.</summary>
    public void Return(IPAddress? address, string account)
    {
        var (place, both) = Keys(address, account);
        Give(place);
        Give(both);
    }

    private static (string Place, string Both) Keys(IPAddress? address, string account)
    {
        var place = Network(address);
        return (place, $"{place}|{account.Trim().ToUpperInvariant()}");
    }

    /// <summary>An IPv6 subscriber has a whole network of addresses: it counts as one.</summary>
    private static string Network(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, NetworkBytes)),
        _ => address.ToString(),
    };

    private bool TryAcquire(string key, int most)
    {
        var now = clock.GetUtcNow();
        var counter =
            _counters.AddOrUpdate(key, _ => new Counter(now, 1), (_, c) => now - c.Since >= Minute ? new Counter(now, 1)
                : c with { Count = c.Count + 1 });
        return counter.Count <= most;
    }

    private void Give(string key)
    {
        if (_counters.TryGetValue(key, out var counter))
            _counters.TryUpdate(key, counter with { Count = Math.Max(0, counter.Count - 1) }, counter);
    }

    private void Sweep()
    {
        if (_counters.Count < MostCounters) return;
        var now = clock.GetUtcNow();
        foreach (var (key, counter) in _counters) if (now - counter.Since >= Minute) _counters.TryRemove(key, out _);
    }

    private sealed record Counter(DateTimeOffset Since, int Count);
}
