using Microsoft.Extensions.DependencyInjection;

namespace Opbx.Core.Reports;

/// <summary>Registers this feature.</summary>
public static class ReportsModule
{
    /// <summary>Reports on calls.</summary>
    public static IServiceCollection AddReports(this IServiceCollection services) => services.AddSingleton<ReportDirectory>();
}
