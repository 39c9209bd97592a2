using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Opbx.Core.Configuration.ScheduledChanges;

/// <summary>Registers this feature.</summary>
public static class ScheduledChangesModule
{
    /// <summary>Changes that happen by themselves at a time.</summary>
    public static IServiceCollection AddScheduledChanges(this IServiceCollection services) => services
        .AddSingleton<ComingChanges>()
        .AddSingleton<ScheduledChangeRunner>()
        .AddSingleton<ScheduledChangeEditor>()
        .AddSingleton<ScheduledChangeDirectory>();

    /// <summary>Once when the portal starts, for what became due while it did not run, and at every full minute.</summary>
    public static void AddScheduledChangeJobs(this IQuartzBuilder q)
    {
        var key = new JobKey("scheduled-changes");
        q.AddJob<ScheduledChangeJob>(job => job.WithIdentity(key));
        q.AddTrigger(trigger => trigger.ForJob(key).WithIdentity("scheduled-changes-start").StartNow());
        q.AddTrigger(trigger => trigger.ForJob(key).WithIdentity("scheduled-changes").WithCronSchedule("0 * * * * ?"));
    }
}
