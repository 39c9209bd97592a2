using Microsoft.Extensions.DependencyInjection;
using Opbx.Core.Configuration.History;
using Opbx.Core.Pbxs;

namespace Opbx.Core.Configuration;

public static class ConfigurationModule
{
    public static IServiceCollection AddPbxConfiguration(this IServiceCollection services) => services
        .AddSingleton<ConfigurationStore>()
        .AddSingleton<ConfigurationLoader>()
        .AddSingleton<ObjectSecrets>()
        .AddSingleton<IConfigurationGate, InstallationGate>()
        .AddSingleton<ChangeRecorder>()
        .AddSingleton<ConfigurationWriter>()
        .AddSingleton<ConfigurationEditor>()
        .AddSingleton<ConfigurationDirectory>()
        .AddSingleton<SecretViews>()
        .AddSingleton<KeyRingCheck>()
        .AddSingleton<EndpointKeys>()
        .AddSingleton<EndpointAddresses>()
        .AddSingleton<SipPasswords>()
        .AddSingleton<PbxEditor>()
        .AddSingleton<UndoEditor>();
}
