using Opbx.Core;
using Quartz;

namespace Opbx.Portal.Hosting;

public static class Schedule
{
    /// <summary>Every Quartz job with its schedule, in one list.</summary>
    public static IServiceCollection AddSchedule(this IServiceCollection services)
    {
        services.AddQuartz(jobs =>
        {
            jobs.Every<LastUseJob>(TimeSpan.FromMinutes(1));
            jobs.AddOpbxJobs();
        });
        services.AddQuartzHostedService(o => o.WaitForJobsToComplete = true);
        return services;
    }

    private static void Every<TJob>(this IQuartzBuilder jobs, TimeSpan interval)
        where TJob : IJob
    {
        var key = new JobKey(typeof(TJob).Name);
        jobs.AddJob<TJob>(job => job.WithIdentity(key));
        jobs.AddTrigger(trigger => trigger.ForJob(key).WithIdentity(key.Name)
            .WithSimpleSchedule(s => s.WithInterval(interval).RepeatForever()));
    }
}
