using Quartz;

namespace Opbx.Core.Organizations;

/// <summary>Periodically removes organizations whose grace period is over.</summary>
[DisallowConcurrentExecution]
public sealed class OrganizationRemovalJob(OrganizationEraser eraser) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await eraser.RunAsync(cancellationToken);
}
