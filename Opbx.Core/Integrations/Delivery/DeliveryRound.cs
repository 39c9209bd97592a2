using System.Collections.Concurrent;
using Opbx.Core.Integrations.Outbox;

namespace Opbx.Core.Integrations.Delivery;

/// <summary>One round of delivering: store what is over, fill the lanes, begin what may begin. The attempts themselves run beside it.</summary>
internal sealed class DeliveryRound(DeliveryClaims claims, Lanes lanes, AttemptRunner runner, AttemptLog log, DeliverySignal signal, TimeProvider time)
{
    /// <summary>While attempts end all the time, the database is asked for more at most this often.</summary>
    private static readonly TimeSpan BetweenFills = TimeSpan.FromMilliseconds(20);

    private readonly Dictionary<string, Task> _inFlight = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<FinishedAttempt> _finished = new();
    private readonly List<FinishedAttempt> _unsaved = [];
    private long _filled;

    /// <summary>Takes back what a process that was killed had claimed.</summary>
    public Task ReclaimAsync(CancellationToken cancel) => claims.ReleaseAllAsync(cancel);

    /// <summary>How long until a retry is due; null when none waits.</summary>
    public Task<TimeSpan?> NextDueAsync(CancellationToken cancel) => claims.NextDueAsync(cancel);

    /// <summary>Does a round; false when there was nothing to do.</summary>
    /// <param name="abort">Ends attempts that are under way.</param>
    /// <param name="cancel">Ends the round.</param>
    public async Task<bool> RunAsync(CancellationToken abort, CancellationToken cancel)
    {
        var stored = await StoreAsync(cancel);
        var filled = stored > 0 && time.GetElapsedTime(_filled) < BetweenFills ? 0 : await FillAsync(cancel);
        var begun = 0;
        foreach (var delivery in lanes.Begin(time.GetUtcNow()))
        {
            _inFlight[delivery.Id] = AttemptAsync(delivery, abort);
            begun++;
        }
        return stored + filled + begun > 0;
    }

    /// <summary>Waits for attempts that are under way and stores how they went.</summary>
    public async Task FinishAsync(CancellationToken cancel)
    {
        await Task.WhenAll(_inFlight.Values);
        await StoreAsync(cancel);
    }

    private async Task<int> FillAsync(CancellationToken cancel)
    {
        _filled = time.GetTimestamp();
        return await claims.FillAsync(lanes, cancel);
    }

    private async Task<int> StoreAsync(CancellationToken cancel)
    {
        while (_finished.TryDequeue(out var attempt))
        {
            _inFlight.Remove(attempt.Delivery.Id);
            _unsaved.Add(lanes.End(attempt, time.GetUtcNow()));
        }
        await log.SaveAsync(_unsaved, cancel);
        var count = _unsaved.Count;
        _unsaved.Clear();
        return count;
    }

    private async Task AttemptAsync(ClaimedDelivery delivery, CancellationToken abort)
    {
        await Task.Yield();
        _finished.Enqueue(await runner.RunAsync(delivery, abort));
        signal.Raise();
    }
}
