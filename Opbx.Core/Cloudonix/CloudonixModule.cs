using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Opbx.Core.Cloudonix.Api;
using Opbx.Core.Cloudonix.Cxml;
using Opbx.Core.Cloudonix.Sync;
using Quartz;
using Refit;

namespace Opbx.Core.Cloudonix;

public static class CloudonixModule
{
    /// <summary>The client, pairing and the synchronization of subscribers.</summary>
    public static IServiceCollection AddCloudonix(this IServiceCollection services)
    {
        var client = services.AddRefitClient<ICloudonixApi>(CloudonixContent.Settings, CloudonixClients.Name)
            .ConfigureHttpClient(client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler {
                AllowAutoRedirect = false,
                UseCookies = false,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                ConnectTimeout = TimeSpan.FromSeconds(5),
            })
            .RemoveAllLoggers();
        client.AddResilienceHandler("Retries", CloudonixResilience.Configure);
        client.AddHttpMessageHandler(() => new BoundedAnswers());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<PublicAddress>();
        services.TryAddSingleton(CloudonixTiming.Default);
        services.TryAddSingleton<ISandboxAddress, PublicSandboxAddress>();
        return services
            .AddSingleton<CloudonixClients>()
            .AddSingleton<WantedDomains>()
            .AddSingleton<PairingEditor>()
            .AddSingleton<PairingEnd>()
            .AddSingleton<PairingReconciler>()
            .AddSingleton<PairingDirectory>()
            .AddSingleton<KeyRotation>()
            .AddSingleton<CallControl>()
            .AddSingleton<SessionLookup>()
            .AddSingleton<CallAddresses>()
            .AddSingleton<SyncQueue>()
            .AddSingleton<SyncMetrics>()
            .AddSingleton<SubscriberIndex>()
            .AddSingleton<SubscriberLookup>(provider => provider.GetRequiredService<SubscriberIndex>().ExtensionOf)
            .AddSingleton<SubscriberReconciler>()
            .AddHostedService<SubscriberSyncWorker>();
    }

    public static void AddCloudonixJobs(this IQuartzBuilder q) => q.ScheduleJob<SubscriberSyncJob>(
        trigger => trigger.WithIdentity("subscriber-sync").StartNow()
            .WithSimpleSchedule(s => s.WithInterval(TimeSpan.FromMinutes(1)).RepeatForever()),
        job => job.WithIdentity("subscriber-sync"));
}
