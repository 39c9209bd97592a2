using Quartz;

namespace Opbx.Core.Configuration.ScheduledChanges;

/// <summary>Runs every full minute.</summary>
[DisallowConcurrentExecution]
public sealed class ScheduledChangeJob(ScheduledChangeRunner runner) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await runner.RunDueAsync(cancellationToken);
}
