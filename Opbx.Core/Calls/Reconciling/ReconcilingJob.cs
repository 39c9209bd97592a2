using Quartz;

namespace Opbx.Core.Calls.Reconciling;

/// <summary>Asks the platform about calls of which nothing was heard for a while.</summary>
[DisallowConcurrentExecution]
public sealed class ReconcilingJob(StuckCallCloser calls) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await calls.ReconcileAsync(cancellationToken);
}
