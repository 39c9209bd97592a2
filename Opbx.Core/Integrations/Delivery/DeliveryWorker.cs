using Microsoft.Extensions.Hosting;
using Opbx.Core.Integrations.Outbox;

namespace Opbx.Core.Integrations.Delivery;

/// <summary>Delivers the contents of the outbox, round after round; a failed round does not stop it.</summary>
internal sealed class DeliveryWorker(DeliveryRound round, DeliverySignal signal, SendLimits limits, ILogger<DeliveryWorker> logger)
    : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var abort = new CancellationTokenSource();
        await GuardAsync(() => round.ReclaimAsync(stoppingToken), stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            await GuardAsync(async () =>
            {
                if (!await round.RunAsync(abort.Token, stoppingToken)) await IdleAsync(stoppingToken);
            }, stoppingToken);
        }
        abort.CancelAfter(limits.Grace);
        await GuardAsync(() => round.FinishAsync(CancellationToken.None), CancellationToken.None);
    }

    private async Task IdleAsync(CancellationToken stop)
    {
        var next = await round.NextDueAsync(stop);
        await signal.WaitAsync(next is { } soon && soon < Poll ? soon : Poll, stop);
    }

    private async Task GuardAsync(Func<Task> step, CancellationToken stop)
    {
        try
        {
            await step();
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The portal is stopping.
        }
        catch (Exception e)
        {
            DeliveryLog.LapFailed(logger, e);
            if (!stop.IsCancellationRequested) await Task.Delay(Poll, CancellationToken.None);
        }
    }
}
