using Quartz;

namespace Opbx.Core.Calls.Reconciling;

/// <summary>Asks the platform about calls that have been quiet for a while.</summary>
[DisallowConcurrentExecution]
public sealed class ReconcilingJob(StuckCallCloser calls) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await calls.ReconcileAsync(cancellationToken);
}
