using Microsoft.Extensions.DependencyInjection;

namespace Opbx.Core.Audit;

/// <summary>Registers this feature.</summary>
public static class AuditModule
{
    /// <summary>Reading the history.</summary>
    public static IServiceCollection AddAudit(this IServiceCollection services) => services.AddSingleton<HistoryDirectory>();
}
