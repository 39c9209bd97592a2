using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Opbx.Core.Prompts;

/// <summary>Registers this feature.</summary>
public static class PromptsModule
{
    /// <summary>Sounds of prompts: store, addresses and upkeep.</summary>
    public static IServiceCollection AddPrompts(this IServiceCollection services) => services
        .AddSingleton<PromptFiles>()
        .AddSingleton<PromptAddresses>()
        .AddSingleton<PromptEditor>()
        .AddHostedService<PromptSweeper>();

    /// <summary>The sweep of unused sounds.</summary>
    public static void AddPromptJobs(this IQuartzBuilder jobs) => jobs.ScheduleJob<PromptSweepJob>(
        trigger => trigger.WithIdentity("prompt-sweep").StartNow()
            .WithSimpleSchedule(s => s.WithInterval(TimeSpan.FromHours(1)).RepeatForever()),
        job => job.WithIdentity("prompt-sweep"));
}
