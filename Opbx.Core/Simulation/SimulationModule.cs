using Microsoft.Extensions.DependencyInjection;

namespace Opbx.Core.Simulation;

/// <summary>Registers this feature.</summary>
public static class SimulationModule
{
    /// <summary>Trying out calls.</summary>
    public static IServiceCollection AddSimulation(this IServiceCollection services) => services.AddSingleton<SimulationRunner>();
}
