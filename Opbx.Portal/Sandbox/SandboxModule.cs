using Microsoft.Extensions.DependencyInjection;

namespace Opbx.Portal.Sandbox;

/// <summary>Registers this feature.</summary>
public static class SandboxModule
{
    /// <summary>The built-in stand-in for Cloudonix.</summary>
    public static IServiceCollection AddSandbox(this IServiceCollection services) => services;

    /// <summary>The stand-in's REST API.</summary>
    public static void MapSandbox(this Microsoft.AspNetCore.Routing.IEndpointRouteBuilder app)
    {
    }
}
