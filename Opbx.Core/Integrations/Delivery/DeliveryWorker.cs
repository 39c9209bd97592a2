using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Opbx.Core.Integrations.Outbox;

namespace Opbx.Core.Integrations.Delivery;

/// <summary>Delivers what the outbox holds: one loop stores finished attempts and claims the next ones, the attempts themselves run beside it.</summary>
internal sealed class DeliveryWorker(DeliveryClaims claims, AttemptRunner runner, AttemptLog log, DeliverySignal signal, SendLimits limits, ILogger<DeliveryWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, (ClaimedDelivery Delivery, Task Task)> _inFlight = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<FinishedAttempt> _finished = new();
    private readonly List<FinishedAttempt> _unsaved = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var abort = new CancellationTokenSource();
        await GuardAsync(() => claims.ReleaseAllAsync(stoppingToken), stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            await GuardAsync(async () =>
            {
                if (!await LapAsync(abort.Token, stoppingToken)) await IdleAsync(stoppingToken);
            }, stoppingToken);
        }
        await FinishAsync(abort);
    }

    /// <summary>Stores what is over and starts what may be tried; false when there was nothing to do.</summary>
    private async Task<bool> LapAsync(CancellationToken abort, CancellationToken stop)
    {
        var stored = await StoreAsync(stop);
        var claimed = await claims.ClaimAsync([.. _inFlight.Values.Select(f => f.Delivery)], stop);
        foreach (var delivery in claimed) _inFlight[delivery.Id] = (delivery, RunAsync(delivery, abort));
        return stored > 0 || claimed.Count > 0;
    }

    private async Task<int> StoreAsync(CancellationToken cancel)
    {
        while (_finished.TryDequeue(out var attempt)) _unsaved.Add(attempt);
        await log.SaveAsync(_unsaved, cancel);
        foreach (var attempt in _unsaved)
        {
            _inFlight.Remove(attempt.Delivery.Id);
            DeliveryLog.Attempted(logger, attempt.Delivery.Id, attempt.Delivery.IntegrationId, attempt.Delivery.Attempts + 1, attempt.Result.Outcome, attempt.Result.Milliseconds ?? 0);
        }
        var count = _unsaved.Count;
        _unsaved.Clear();
        return count;
    }

    private async Task RunAsync(ClaimedDelivery delivery, CancellationToken abort)
    {
        await Task.Yield();
        _finished.Enqueue(await runner.RunAsync(delivery, abort));
        signal.Raise();
    }

    private async Task IdleAsync(CancellationToken stop)
    {
        var next = await claims.NextDueAsync(stop);
        await signal.WaitAsync(next is { } soon && soon < Poll ? soon : Poll, stop);
    }

    /// <summary>Lets attempts end that run already; what takes longer is left for the next start.</summary>
    private async Task FinishAsync(CancellationTokenSource abort)
    {
        abort.CancelAfter(limits.Grace);
        await Task.WhenAll(_inFlight.Values.Select(f => f.Task));
        await GuardAsync(() => StoreAsync(CancellationToken.None), CancellationToken.None);
    }

    private async Task GuardAsync(Func<Task> step, CancellationToken stop)
    {
        try
        {
            await step();
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The portal stops.
        }
        catch (Exception e)
        {
            DeliveryLog.LapFailed(logger, e);
            if (!stop.IsCancellationRequested) await Task.Delay(Poll, CancellationToken.None);
        }
    }
}
