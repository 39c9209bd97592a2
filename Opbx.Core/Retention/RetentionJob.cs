using Quartz;

namespace Opbx.Core.Retention;

/// <summary>Periodically deletes data whose retention period is over.</summary>
[DisallowConcurrentExecution]
public sealed class RetentionJob(Pruning pruning) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await pruning.RunAsync(cancellationToken);
}
