using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Opbx.Core.Retention;

public static class RetentionModule
{
    /// <summary>Deletion of old data.</summary>
    public static IServiceCollection AddRetention(this IServiceCollection services) =>
        services.AddSingleton<Removal>().AddSingleton<Pruning>();

    public static void AddRetentionJobs(this IQuartzBuilder q) => q.ScheduleJob<RetentionJob>(
        trigger => trigger.WithIdentity("retention").StartNow()
            .WithSimpleSchedule(s => s.WithInterval(TimeSpan.FromMinutes(10)).RepeatForever()),
        job => job.WithIdentity("retention"));
}
