using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Opbx.Core.Configuration.ScheduledChanges;

public static class ScheduledChangesModule
{
    public static IServiceCollection AddScheduledChanges(this IServiceCollection services) => services
        .AddSingleton<ComingChanges>()
        .AddSingleton<ScheduledChangeRunner>()
        .AddSingleton<ScheduledChangeEditor>()
        .AddSingleton<ScheduledChangeDirectory>();

    /// <summary>Once at start-up, for what became due while the portal was down, and every full minute.</summary>
    public static void AddScheduledChangeJobs(this IQuartzBuilder q)
    {
        var key = new JobKey("scheduled-changes");
        q.AddJob<ScheduledChangeJob>(job => job.WithIdentity(key));
        q.AddTrigger(trigger => trigger.ForJob(key).WithIdentity("scheduled-changes-start").StartNow());
        q.AddTrigger(trigger => trigger.ForJob(key).WithIdentity("scheduled-changes").WithCronSchedule("0 * * * * ?"));
    }
}
