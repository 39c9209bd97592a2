using Microsoft.Extensions.DependencyInjection;

namespace Opbx.Core.Simulation;

public static class SimulationModule
{
    public static IServiceCollection AddSimulation(this IServiceCollection services) => services.AddSingleton<SimulationRunner>();
}
