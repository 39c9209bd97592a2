using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Opbx.Core.Notices;

/// <summary>Registers this feature.</summary>
public static class NoticesModule
{
    /// <summary>What the portal tells those who run it.</summary>
    public static IServiceCollection AddNotices(this IServiceCollection services) => services.AddSingleton<NoticeStore>();

    public static void AddNoticeJobs(this IQuartzBuilder q) => q.ScheduleJob<NoticeMailJob>(
        trigger => trigger.WithIdentity("notice-mail").StartNow()
            .WithSimpleSchedule(s => s.WithInterval(TimeSpan.FromSeconds(20)).RepeatForever()),
        job => job.WithIdentity("notice-mail"));
}
