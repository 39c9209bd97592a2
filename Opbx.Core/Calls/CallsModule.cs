using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Opbx.Core.Calls.Ingest;
using Opbx.Core.Calls.Live;
using Opbx.Core.Calls.Log;
using Opbx.Core.Calls.Orders;
using Opbx.Core.Calls.Projection;
using Quartz;

namespace Opbx.Core.Calls;

/// <summary>Registers this feature.</summary>
public static class CallsModule
{
    /// <summary>Inbox, call log and live calls.</summary>
    public static IServiceCollection AddCalls(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<SubscriberLookup>((_, _) => null);
        services.AddSingleton<SurroundingsSource>();
        services.AddSingleton<CallFollowers>();
        services.AddSingleton<CallInbox>();
        services.AddSingleton<CallDirectory>();
        services.AddSingleton<ICallJournal, CallJournal>();
        services.AddSingleton<CallBoard>();
        services.AddHostedService(provider => provider.GetRequiredService<CallBoard>());
        services.AddSingleton<PickedUpCalls>();
        services.AddSingleton<HoursByHand>();
        services.AddSingleton<CallMoverSurroundings>();
        services.AddSingleton<CallMover>();
        services.AddSingleton<ErrandRunner>();
        services.AddHostedService(provider => provider.GetRequiredService<ErrandRunner>());
        return services;
    }

    /// <summary>What calls do by the clock.</summary>
    public static void AddCallJobs(this IQuartzBuilder q) => q.ScheduleJob<SettlingJob>(
        trigger => trigger.WithIdentity("call-settling").StartNow().WithSimpleSchedule(s => s.WithInterval(TimeSpan.FromSeconds(5)).RepeatForever()),
        job => job.WithIdentity("call-settling"));
}
