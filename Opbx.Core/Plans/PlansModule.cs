using Microsoft.Extensions.DependencyInjection;

namespace Opbx.Core.Plans;

public static class PlansModule
{
    public static IServiceCollection AddDialPlans(this IServiceCollection services) => services
        .AddSingleton<DialPlanStore>()
        .AddSingleton<FuturePlans>();
}
