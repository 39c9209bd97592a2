using Quartz;

namespace Opbx.Core.Retention;

/// <summary>Removes by the clock what has been kept long enough.</summary>
[DisallowConcurrentExecution]
public sealed class RetentionJob(Pruning pruning) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await pruning.RunAsync(cancellationToken);
}
