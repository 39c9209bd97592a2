using Opbx.Core.Users;
using Opbx.Core.Users.Sessions;
using Quartz;

namespace Opbx.Portal.Hosting;

/// <summary>Stores when API keys and sessions were last used.</summary>
[DisallowConcurrentExecution]
internal sealed class LastUseJob(ApiKeyIndex keys, SessionRegister sessions) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        await keys.StoreUsesAsync(cancellationToken);
        await sessions.StoreAsync(cancellationToken);
    }
}
