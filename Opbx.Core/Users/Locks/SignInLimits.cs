using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Opbx.Core.Users.Locks;

/// <summary>Limits attempts per IP address and minute: five per account and twenty in all. Successful ones are not counted, so that
/// an office behind one address can sign in together.</summary>
public sealed class SignInLimits(TimeProvider clock)
{
    private const int PerAccount = 5;
    private const int PerAddress = 20;
    private const int MostCounters = 10_000;
    private const int NetworkBytes = 8;
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, Counter> _counters = new(StringComparer.Ordinal);

    /// <summary>Counts an attempt and returns whether it is allowed.</summary>
    /// <param name="account">The target, for example an e-mail address.</param>
    public bool TryAcquire(IPAddress? address, string account)
    {
        Sweep();
        var (place, both) = Keys(address, account);
        if (!TryAcquire(place, PerAddress)) return false;
        if (TryAcquire(both, PerAccount)) return true;
        Give(place);
        return false;
    }

    /// <summary>Uncounts a successful attempt.</summary>
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

    /// <summary>An IPv6 subscriber has a whole network of addresses, which counts as one.</summary>
    private static string Network(IPAddress? address) => address switch {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, NetworkBytes)),
        _ => address.ToString(),
    };

    private bool TryAcquire(string key, int most)
    {
        var now = clock.GetUtcNow();
        var counter =
            _counters.AddOrUpdate(key, _ => new Counter(now, 1),
                (_, c) => now - c.Since >= Minute ? new Counter(now, 1) : c with { Count = c.Count + 1 });
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
