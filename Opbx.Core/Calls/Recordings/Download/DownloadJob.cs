using Quartz;

namespace Opbx.Core.Calls.Recordings.Download;

/// <summary>Safety net for downloads: looks every minute for what is due.</summary>
[DisallowConcurrentExecution]
public sealed class DownloadJob(DownloadSignal signal) : IJob
{
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        signal.Raise();
        return ValueTask.CompletedTask;
    }
}
