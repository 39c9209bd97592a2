using Microsoft.Extensions.DependencyInjection;

namespace Opbx.Core.Routing;

/// <summary>Registers this feature.</summary>
public static class RoutingModule
{
    public static IServiceCollection AddCallRouting(this IServiceCollection services) => services
        .AddSingleton<IDice, ChanceDice>();
}
