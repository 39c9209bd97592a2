using System.Threading.RateLimiting;

namespace Opbx.Core.Users;

/// <summary>Lets only a few passwords be hashed at once, because each costs a processor a quarter of a second and calls must go on
/// meanwhile.</summary>
public sealed class HashingGate : IDisposable
{
    private const int Queue = 20;
    private readonly ConcurrencyLimiter _limiter;

    /// <summary>One place fewer than the machine has processors.</summary>
    public HashingGate()
        : this(Math.Max(1, Environment.ProcessorCount - 1))
    {
    }

    internal HashingGate(int places) =>
        _limiter = new ConcurrencyLimiter(
            new ConcurrencyLimiterOptions { PermitLimit = places, QueueLimit = Queue,
                QueueProcessingOrder = QueueProcessingOrder.OldestFirst });

    /// <summary>Waits for a place; not acquired when twenty wait already. Dispose it after hashing.</summary>
    public ValueTask<RateLimitLease> EnterAsync(CancellationToken cancel) => _limiter.AcquireAsync(1, cancel);

    public void Dispose() => _limiter.Dispose();
}
