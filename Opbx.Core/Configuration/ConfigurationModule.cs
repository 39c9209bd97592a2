using Microsoft.Extensions.DependencyInjection;

namespace Opbx.Core.Configuration;

/// <summary>Registers this feature.</summary>
public static class ConfigurationModule
{
    /// <summary>Store, editors and directories of the configuration.</summary>
    public static IServiceCollection AddPbxConfiguration(this IServiceCollection services) => services.AddSingleton<ConfigurationStore>();
}
