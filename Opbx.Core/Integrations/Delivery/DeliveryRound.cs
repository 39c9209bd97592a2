using System.Collections.Concurrent;
using Opbx.Core.Integrations.Outbox;

namespace Opbx.Core.Integrations.Delivery;

/// <summary>One round of delivering: store what is over, fill the lanes, begin what may begin. The attempts themselves run beside
/// it.</summary>
internal sealed class DeliveryRound(DeliveryClaims claims, Lanes lanes, AttemptRunner runner, AttemptLog log, DeliverySignal signal,
    TimeProvider time)
{
    /// <summary>While attempts end all the time, the database is asked for more at most this often.</summary>
    private static readonly TimeSpan BetweenFills = TimeSpan.FromMilliseconds(20);

    private readonly ConcurrentDictionary<string, Task> _inFlight = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<FinishedAttempt> _finished = new();
    private readonly List<FinishedAttempt> _unsaved = [];
    private volatile bool _ending;
    private long _filled;

    /// <summary>Takes back what a process that was killed had claimed.</summary>
    public Task ReclaimAsync(CancellationToken cancel) => claims.ReleaseAllAsync(cancel);

    /// <summary>How long until a retry is due; null when none waits.</summary>
    public Task<TimeSpan?> NextDueAsync(CancellationToken cancel) => claims.NextDueAsync(cancel);

    /// <summary>Does a round; false when there was nothing to do.</summary>
    /// <param name="abort">Ends attempts that are under way.</param>
    public async Task<bool> RunAsync(CancellationToken abort, CancellationToken cancel)
    {
        var stored = await StoreAsync(cancel);
        var filled = stored > 0 && time.GetElapsedTime(_filled) < BetweenFills ? 0 : await FillAsync(cancel);
        return stored + filled + Begin(abort) > 0;
    }

    /// <summary>Begins nothing any more, waits for attempts that are under way and stores how they went.</summary>
    public async Task FinishAsync(CancellationToken cancel)
    {
        _ending = true;
        while (!_inFlight.IsEmpty) await Task.WhenAll(_inFlight.Values);
        await StoreAsync(cancel);
    }

    private async Task<int> FillAsync(CancellationToken cancel)
    {
        _filled = time.GetTimestamp();
        return await claims.FillAsync(lanes, cancel);
    }

    private async Task<int> StoreAsync(CancellationToken cancel)
    {
        while (_finished.TryDequeue(out var attempt)) _unsaved.Add(attempt);
        await log.SaveAsync(_unsaved, cancel);
        lanes.Stored(_unsaved);
        var count = _unsaved.Count;
        _unsaved.Clear();
        return count;
    }

    private int Begin(CancellationToken abort)
    {
        if (_ending) return 0;
        var begun = lanes.Begin(time.GetUtcNow());
        foreach (var delivery in begun)
        {
            var attempt = AttemptAsync(delivery, abort);
            _inFlight[delivery.Id] = attempt;
            if (attempt.IsCompleted) _inFlight.TryRemove(delivery.Id, out _);
        }
        return begun.Count;
    }

    /// <summary>Tries it; after a success the next one begins at once, not only after the round.</summary>
    private async Task AttemptAsync(ClaimedDelivery delivery, CancellationToken abort)
    {
        await Task.Yield();
        var attempt = lanes.End(await runner.RunAsync(delivery, abort), time.GetUtcNow());
        if (attempt.Result.Taken) Begin(abort);
        _finished.Enqueue(attempt);
        _inFlight.TryRemove(delivery.Id, out _);
        signal.Raise();
    }
}
