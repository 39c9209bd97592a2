using Opbx.Core.Access;
using Quartz;

namespace Opbx.Portal.Hosting;

/// <summary>Stores when API keys were last used.</summary>
[DisallowConcurrentExecution]
internal sealed class ApiKeyUseJob(ApiKeyIndex keys) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await keys.StoreUsesAsync(cancellationToken);
}
