using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Opbx.Core.Calls.Commands;
using Opbx.Core.Calls.Control;
using Opbx.Core.Calls.Explaining;
using Opbx.Core.Calls.Ingest;
using Opbx.Core.Calls.Live;
using Opbx.Core.Calls.Log;
using Opbx.Core.Calls.Projection;
using Opbx.Core.Calls.Reconciling;
using Opbx.Core.Calls.Screening;
using Opbx.Core.Cloudonix;
using Opbx.Core.Simulation;
using Quartz;

namespace Opbx.Core.Calls;

public static class CallsModule
{
    public static IServiceCollection AddCalls(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<SubscriberLookup>((_, _) => null);
        services.AddSingleton<SurroundingsSource>();
        services.AddSingleton<InboxMetrics>();
        services.AddSingleton<CallFollowers>();
        services.AddSingleton<CallInbox>();
        services.AddSingleton<CallDirectory>();
        services.AddSingleton<ICallJournal, CallJournal>();
        services.AddSingleton<LiveCallTracker>();
        services.AddHostedService(provider => provider.GetRequiredService<LiveCallTracker>());
        services.AddSingleton<PickedUpCalls>();
        services.AddSingleton<LiveLines>();
        services.AddSingleton<IPbxState, SimulatedState>();
        services.AddTallies();
        services.AddSingleton<DayNightSwitch>();
        services.AddSingleton<RoutingContexts>();
        services.AddSingleton<CallMover>();
        services.AddSingleton<CommandRunner>();
        services.AddSingleton<CallAudit>();
        services.AddSingleton<HangUpRunner>();
        services.AddSingleton<TransferRunner>();
        services.AddSingleton<JoinRunner>();
        services.AddSingleton<StuckCallCloser>();
        services.AddSingleton<CallExplainer>();
        services.AddHostedService(provider => provider.GetRequiredService<CommandRunner>());
        return services;
    }

    /// <summary>State derived from calls and kept across restarts.</summary>
    private static void AddTallies(this IServiceCollection services)
    {
        services.AddSingleton<LastAnswers>();
        services.AddSingleton<GroupPositions>();
        services.AddSingleton<BlockedHits>();
        services.AddSingleton<ScreeningDirectory>();
        services.AddSingleton<ICallObserver>(p => p.GetRequiredService<LiveCallTracker>());
        services.AddSingleton<ICallObserver>(p => p.GetRequiredService<LastAnswers>());
        services.AddSingleton<ICallObserver>(p => p.GetRequiredService<BlockedHits>());
        services.AddHostedService(p => p.GetRequiredService<LastAnswers>());
        services.AddHostedService(p => p.GetRequiredService<GroupPositions>());
        services.AddHostedService(p => p.GetRequiredService<BlockedHits>());
    }

    public static void AddCallJobs(this IQuartzBuilder q)
    {
        q.ScheduleJob<MailboxWaitJob>(
            trigger => trigger.WithIdentity("call-settling").StartNow()
                .WithSimpleSchedule(s => s.WithInterval(TimeSpan.FromSeconds(5)).RepeatForever()),
            job => job.WithIdentity("call-settling"));
        q.ScheduleJob<ReconcilingJob>(
            trigger => trigger.WithIdentity("call-reconciling").StartNow()
                .WithSimpleSchedule(s => s.WithInterval(TimeSpan.FromMinutes(1)).RepeatForever()),
            job => job.WithIdentity("call-reconciling"));
    }
}
