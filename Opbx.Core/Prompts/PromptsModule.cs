using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Opbx.Core.Prompts;

public static class PromptsModule
{
    public static IServiceCollection AddPrompts(this IServiceCollection services) => services
        .AddSingleton<PromptFiles>()
        .AddSingleton<PromptAddresses>()
        .AddSingleton<PromptEditor>()
        .AddHostedService<PromptSweeper>();

    public static void AddPromptJobs(this IQuartzBuilder jobs) => jobs.ScheduleJob<PromptSweepJob>(
        trigger => trigger.WithIdentity("prompt-sweep").StartNow()
            .WithSimpleSchedule(s => s.WithInterval(TimeSpan.FromHours(1)).RepeatForever()),
        job => job.WithIdentity("prompt-sweep"));
}
