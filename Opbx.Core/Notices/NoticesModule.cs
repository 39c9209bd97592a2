using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Opbx.Core.Notices;

public static class NoticesModule
{
    public static IServiceCollection AddNotices(this IServiceCollection services) => services.AddSingleton<NoticeStore>();

    public static void AddNoticeJobs(this IQuartzBuilder q) => q.ScheduleJob<NoticeMailJob>(
        trigger => trigger.WithIdentity("notice-mail").StartNow()
            .WithSimpleSchedule(s => s.WithInterval(TimeSpan.FromSeconds(20)).RepeatForever()),
        job => job.WithIdentity("notice-mail"));
}
