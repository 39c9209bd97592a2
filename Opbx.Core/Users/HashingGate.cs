using System.Threading.RateLimiting;

namespace Opbx.Core.Users;

/// <summary>Limits concurrent password hashing, because each hash takes a processor 0.25 s while calls must continue.</summary>
public sealed class HashingGate : IDisposable
{
    private const int Queue = 20;
    private readonly ConcurrencyLimiter _limiter;

    /// <summary>One slot fewer than the machine has processors.</summary>
    public HashingGate()
        : this(Math.Max(1, Environment.ProcessorCount - 1))
    {
    }

    internal HashingGate(int places) =>
        _limiter = new ConcurrencyLimiter(
            new ConcurrencyLimiterOptions {
                PermitLimit = places, QueueLimit = Queue,
                QueueProcessingOrder = QueueProcessingOrder.OldestFirst
            });

    /// <summary>Waits for a slot; not acquired when twenty are already waiting. Dispose it after hashing.</summary>
    public ValueTask<RateLimitLease> EnterAsync(CancellationToken cancel) => _limiter.AcquireAsync(1, cancel);

    public void Dispose() => _limiter.Dispose();
}
