using Microsoft.Extensions.DependencyInjection;
using Opbx.Core.Reports.Mailing;
using Quartz;

namespace Opbx.Core.Reports;

public static class ReportsModule
{
    /// <summary>Reports on calls, on pages and by mail.</summary>
    public static IServiceCollection AddReports(this IServiceCollection services) => services
        .AddSingleton<ReportDirectory>()
        .AddSingleton<ReportMail>()
        .AddSingleton<ReportSchedules>();

    public static void AddReportJobs(this IQuartzBuilder q) => q.ScheduleJob<ReportMailJob>(
        trigger => trigger.WithIdentity("report-mail").StartNow()
            .WithSimpleSchedule(s => s.WithInterval(TimeSpan.FromMinutes(1)).RepeatForever()),
        job => job.WithIdentity("report-mail"));
}
