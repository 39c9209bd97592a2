using System.Collections.Concurrent;
using Opbx.Core.Integrations.Outbox;

namespace Opbx.Core.Integrations.Delivery;

/// <summary>One round of delivery: store finished attempts, fill the lanes, start new attempts, which run in the background.</summary>
internal sealed class DeliveryRound(DeliveryClaims claims, Lanes lanes, AttemptRunner runner, AttemptLog log, DeliverySignal signal,
    TimeProvider time)
{
    /// <summary>Minimum time between database queries while attempts keep ending.</summary>
    private static readonly TimeSpan BetweenFills = TimeSpan.FromMilliseconds(20);

    private readonly ConcurrentDictionary<string, Task> _inFlight = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<FinishedAttempt> _finished = new();
    private readonly List<FinishedAttempt> _unsaved = [];
    private volatile bool _ending;
    private long _filled;

    /// <summary>Releases what a killed process had claimed.</summary>
    public Task ReclaimAsync(CancellationToken cancel) => claims.ReleaseAllAsync(cancel);

    /// <summary>Null when no retry is waiting.</summary>
    public Task<TimeSpan?> NextDueAsync(CancellationToken cancel) => claims.NextDueAsync(cancel);

    /// <summary>False when there was nothing to do.</summary>
    /// <param name="abort">Aborts attempts in flight.</param>
    public async Task<bool> RunAsync(CancellationToken abort, CancellationToken cancel)
    {
        var stored = await StoreAsync(cancel);
        var filled = stored > 0 && time.GetElapsedTime(_filled) < BetweenFills ? 0 : await FillAsync(cancel);
        return stored + filled + Begin(abort) > 0;
    }

    /// <summary>Starts nothing more, waits for attempts in flight and stores their outcomes.</summary>
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

    /// <summary>After a success the next attempt starts at once instead of after the round.</summary>
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
