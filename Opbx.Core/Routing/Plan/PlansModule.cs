using Microsoft.Extensions.DependencyInjection;
using Opbx.Core.ScheduledChanges;

namespace Opbx.Core.Routing.Plan;

/// <summary>Registers this feature.</summary>
public static class PlansModule
{
    /// <summary>The compiled dial plans of every PBX, now and at any time to come.</summary>
    public static IServiceCollection AddDialPlans(this IServiceCollection services) => services
        .AddSingleton<DialPlans>()
        .AddSingleton<FuturePlans>();
}
