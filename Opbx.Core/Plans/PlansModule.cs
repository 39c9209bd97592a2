using Microsoft.Extensions.DependencyInjection;

namespace Opbx.Core.Plans;

/// <summary>Registers this feature.</summary>
public static class PlansModule
{
    /// <summary>The compiled dial plans of every PBX, now and at any time to come.</summary>
    public static IServiceCollection AddDialPlans(this IServiceCollection services) => services
        .AddSingleton<DialPlanStore>()
        .AddSingleton<FuturePlans>();
}
