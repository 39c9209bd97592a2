using Microsoft.Extensions.DependencyInjection;

namespace Opbx.Core.Routing;

/// <summary>Registers this feature.</summary>
public static class RoutingModule
{
    /// <summary>The randomness of live calls.</summary>
    public static IServiceCollection AddCallRouting(this IServiceCollection services) => services
        .AddSingleton<IDice, ChanceDice>();
}
