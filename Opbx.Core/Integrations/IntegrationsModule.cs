using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Opbx.Core.Integrations.Outbox;

namespace Opbx.Core.Integrations;

/// <summary>Registers this feature.</summary>
public static class IntegrationsModule
{
    /// <summary>Outbox and delivery of outgoing webhooks.</summary>
    public static IServiceCollection AddIntegrations(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IIntegrationCatalogue, NoIntegrations>();
        services.AddSingleton<DeliverySignal>();
        services.AddSingleton<SortableIds>();
        services.AddSingleton<IOutbox, EventOutbox>();
        return services;
    }
}
