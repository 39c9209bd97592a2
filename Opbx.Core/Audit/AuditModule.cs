using Microsoft.Extensions.DependencyInjection;

namespace Opbx.Core.Audit;

/// <summary>Registers this feature.</summary>
public static class AuditModule
{
    public static IServiceCollection AddAudit(this IServiceCollection services) => services.AddSingleton<HistoryDirectory>();
}
