using Microsoft.Extensions.DependencyInjection;

namespace Opbx.Core.Routing;

public static class RoutingModule
{
    public static IServiceCollection AddCallRouting(this IServiceCollection services) => services
        .AddSingleton<IDice, ChanceDice>();
}
