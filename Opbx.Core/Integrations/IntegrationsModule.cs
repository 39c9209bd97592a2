using Microsoft.Extensions.DependencyInjection;

namespace Opbx.Core.Integrations;

/// <summary>Registers this feature.</summary>
public static class IntegrationsModule
{
    /// <summary>Outbox and delivery of outgoing webhooks.</summary>
    public static IServiceCollection AddIntegrations(this IServiceCollection services) => services;
}
