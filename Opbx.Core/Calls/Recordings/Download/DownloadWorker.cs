using Microsoft.Extensions.Hosting;

namespace Opbx.Core.Calls.Recordings.Download;

/// <summary>Downloads recordings as soon as they are reported, and retries failed ones.</summary>
internal sealed class DownloadWorker(DownloadRound round, DownloadSignal signal, TimeProvider time, ILogger<DownloadWorker> log)
    : BackgroundService
{
    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await round.BeginAsync(stoppingToken);
                await signal.WaitAsync(await round.RestAsync(stoppingToken), stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception e)
            {
                RecordingLog.RoundFailed(log, e);
                await Task.Delay(AfterFault, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
        await round.FinishAsync();
    }
}
