using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Opbx.Core.Configuration;
using Opbx.Core.Configuration.History;
using Opbx.Core.Integrations.Account;
using Opbx.Core.Integrations.Delivery;
using Opbx.Core.Integrations.Inspection;
using Opbx.Core.Integrations.Outbox;
using Opbx.Core.Integrations.Preview;
using Opbx.Core.Integrations.Templates;
using Quartz;

namespace Opbx.Core.Integrations;

public static class IntegrationsModule
{
    /// <summary>Outbox and delivery of webhooks.</summary>
    public static IServiceCollection AddIntegrations(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<DeliverySignal>();
        services.AddSingleton<SortableIds>();
        services.AddSingleton<Backlog>();
        services.AddSingleton<IOutbox, EventOutbox>();
        services.AddSingleton<IConfigurationObserver, ConfigurationEvents>();
        services.AddSingleton<AccountIntegrationStore>();
        services.AddSingleton<AccountIntegrationLoader>();
        services.AddSingleton<AccountIntegrationEditor>();
        services.AddSingleton<IAccountUndo, AccountIntegrationUndo>();
        services.AddSingleton<SigningSecretRotation>();
        services.AddSingleton<RecipeEditor>();
        services.AddSingleton<IIntegrationCatalogue, IntegrationCatalogue>();
        services.AddSingleton<IntegrationSwitch>();
        services.AddSingleton<Func<IntegrationSwitch>>(provider => provider.GetRequiredService<IntegrationSwitch>);
        services.AddSingleton<SendLimits>();
        services.AddSingleton(
            provider => new AllowedNetworks(provider.GetRequiredService<IOptions<IntegrationOptions>>().Value.AllowedNetworks));
        services.AddSingleton(provider => new AddressGuard(provider.GetRequiredService<AllowedNetworks>()));
        services.AddSingleton<WebhookSender>();
        services.AddSingleton<Inspectors>();
        services.AddSingleton<SignatureCheck>();
        services.AddSingleton<InspectorReceiver>();
        services.AddSingleton<DeliveryMetrics>();
        services.AddSingleton<AttemptRunner>();
        services.AddSingleton<ReceiverHealth>();
        services.AddSingleton<AttemptLog>();
        services.AddSingleton<DeliveryClaims>();
        services.AddSingleton<Lanes>();
        services.AddSingleton<ILaneStates>(provider => provider.GetRequiredService<Lanes>());
        services.AddSingleton<IntegrationLookup>();
        services.AddSingleton<DeliveryDirectory>();
        services.AddSingleton<DeliveryOverview>();
        services.AddSingleton<DeliveryHealth>();
        services.AddSingleton<DeliveryEditor>();
        services.AddSingleton<TestSender>();
        services.AddSingleton<DeliveryRound>();
        services.AddSingleton<PreviewEvents>();
        services.AddHostedService<DeliveryWorker>();
        return services;
    }

    public static void AddIntegrationJobs(this IQuartzBuilder q) => q.ScheduleJob<BacklogJob>(
        trigger => trigger.WithIdentity("backlog").StartNow()
            .WithSimpleSchedule(s => s.WithInterval(TimeSpan.FromSeconds(15)).RepeatForever()),
        job => job.WithIdentity("backlog"));
}
