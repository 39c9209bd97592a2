using Microsoft.Extensions.DependencyInjection;
using Opbx.Core.Integrations;
using Opbx.Core.Pbxs;

namespace Opbx.Core.Configuration;

/// <summary>Registers this feature.</summary>
public static class ConfigurationModule
{
    /// <summary>Store, editors and directories of the configuration.</summary>
    public static IServiceCollection AddPbxConfiguration(this IServiceCollection services) => services
        .AddSingleton<ConfigurationStore>()
        .AddSingleton<AccountIntegrationStore>()
        .AddSingleton<ConfigurationLoader>()
        .AddSingleton<ObjectSecrets>()
        .AddSingleton<ChangeEvents>()
        .AddSingleton<ChangeRecorder>()
        .AddSingleton<ConfigurationWriter>()
        .AddSingleton<ConfigurationEditor>()
        .AddSingleton<ConfigurationDirectory>()
        .AddSingleton<AccountIntegrationEditor>()
        .AddSingleton<SecretViews>()
        .AddSingleton<KeyRingCheck>()
        .AddSingleton<SigningSecretRotation>()
        .AddSingleton<RecipeEditor>()
        .AddSingleton<IntegrationSwitch>()
        .AddSingleton<IIntegrationCatalogue, IntegrationCatalogue>()
        .AddSingleton<Func<IntegrationSwitch>>(provider => provider.GetRequiredService<IntegrationSwitch>)
        .AddSingleton<EndpointKeys>()
        .AddSingleton<EndpointAddresses>()
        .AddSingleton<PbxEditor>();
}
