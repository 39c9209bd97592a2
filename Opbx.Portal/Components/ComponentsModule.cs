using Microsoft.Extensions.DependencyInjection;

namespace Opbx.Portal.Components;

/// <summary>Registers this feature.</summary>
public static class ComponentsModule
{
    /// <summary>Blazor, the component library and what pages need.</summary>
    public static IServiceCollection AddPages(this IServiceCollection services) => services;

    /// <summary>Every page.</summary>
    public static void MapPages(this Microsoft.AspNetCore.Routing.IEndpointRouteBuilder app)
    {
    }
}
