using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Opbx.Core.Calls.Voicemail;

public static class VoicemailModule
{
    public static IServiceCollection AddVoicemail(this IServiceCollection services) => services
        .AddSingleton<VoicemailMail>();

    public static void AddVoicemailJobs(this IQuartzBuilder q) => q.ScheduleJob<VoicemailMailJob>(
        trigger => trigger.WithIdentity("voicemail-mail").StartNow()
            .WithSimpleSchedule(s => s.WithInterval(TimeSpan.FromSeconds(20)).RepeatForever()),
        job => job.WithIdentity("voicemail-mail"));
}
