using Opbx.Core.Access;
using Opbx.Core.Calls;
using Opbx.Core.Cloudonix;
using Opbx.Core.Integrations;
using Opbx.Core.Notices;
using Opbx.Core.Prompts;
using Opbx.Core.Recordings;
using Opbx.Core.Reports;
using Opbx.Core.Retention;
using Opbx.Core.ScheduledChanges;
using Opbx.Core.Voicemail;
using Quartz;

namespace Opbx.Portal.Hosting;

/// <summary>Everything that happens by the clock.</summary>
public static class Schedule
{
    /// <summary>Every Quartz job with its schedule, in one list.</summary>
    public static IServiceCollection AddSchedule(this IServiceCollection services)
    {
        services.AddQuartz(jobs =>
        {
            jobs.Every<LastUseJob>(TimeSpan.FromMinutes(1));
            jobs.AddAccessJobs();
            jobs.AddCloudonixJobs();
            jobs.AddPromptJobs();
            jobs.AddCallJobs();
            jobs.AddScheduledChangeJobs();
            jobs.AddIntegrationJobs();
            jobs.AddRecordingJobs();
            jobs.AddVoicemailJobs();
            jobs.AddNoticeJobs();
            jobs.AddRetentionJobs();
            jobs.AddReportJobs();
        });
        services.AddQuartzHostedService(o => o.WaitForJobsToComplete = true);
        return services;
    }

    private static void Every<TJob>(this IQuartzBuilder jobs, TimeSpan interval)
        where TJob : IJob
    {
        var key = new JobKey(typeof(TJob).Name);
        jobs.AddJob<TJob>(job => job.WithIdentity(key));
        jobs.AddTrigger(trigger => trigger.ForJob(key).WithIdentity(key.Name).WithSimpleSchedule(s => s.WithInterval(interval).RepeatForever()));
    }
}
