using Microsoft.Extensions.DependencyInjection;

namespace Opbx.Core.Audit;

public static class AuditModule
{
    public static IServiceCollection AddAudit(this IServiceCollection services) => services.AddSingleton<HistoryDirectory>();
}
