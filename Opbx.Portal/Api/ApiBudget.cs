using System.Threading.RateLimiting;
using Opbx.Core.Users;

namespace Opbx.Portal.Api;

/// <summary>Limits the requests of each API key, so that one busy program does not slow the others down.</summary>
internal sealed class ApiBudget : IDisposable
{
    /// <summary>Requests a key can make at once; as many are restored per <see cref="Window"/>.</summary>
    public const int Most = 6_000;

    /// <summary>The time in which an empty budget is full again.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private static readonly TokenBucketRateLimiterOptions Bucket =
        new() {
            TokenLimit = Most, TokensPerPeriod = Most / 60, ReplenishmentPeriod = Window / 60, QueueLimit = 0,
            AutoReplenishment = true
        };
    private readonly PartitionedRateLimiter<string> _keys =
        PartitionedRateLimiter.Create<string, string>(key => RateLimitPartition.GetTokenBucketLimiter(key, _ => Bucket),
            StringComparer.Ordinal);

    /// <summary>Uses one request of a key's budget; returns how many are left, or null when there was none.</summary>
    public long? TryAcquire(string text)
    {
        // By hash, so that the key itself is not stored.
        var key = Convert.ToHexString(ApiKeyText.Hash(text));
        using var lease = _keys.AttemptAcquire(key);
        return lease.IsAcquired ? _keys.GetStatistics(key)?.CurrentAvailablePermits ?? 0 : null;
    }

    public void Dispose() => _keys.Dispose();
}
