using Microsoft.Extensions.DependencyInjection;

namespace Opbx.Core.Routing;

/// <summary>Registers this feature.</summary>
public static class RoutingModule
{
    /// <summary>Dial plans and what live calls need to be routed.</summary>
    public static IServiceCollection AddCallRouting(this IServiceCollection services) => services
        .AddSingleton<Plan.DialPlans>()
        .AddSingleton<IDice, ChanceDice>();
}
