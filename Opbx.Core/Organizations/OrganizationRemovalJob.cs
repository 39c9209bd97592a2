using Quartz;

namespace Opbx.Core.Organizations;

/// <summary>Removes by the clock organizations whose grace period is over.</summary>
[DisallowConcurrentExecution]
public sealed class OrganizationRemovalJob(OrganizationEraser eraser) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await eraser.RunAsync(cancellationToken);
}
