using Microsoft.Extensions.DependencyInjection;
using Opbx.Core.Calls.Recordings.Download;
using Opbx.Core.Configuration;
using Quartz;

namespace Opbx.Core.Calls.Recordings;

public static class RecordingsModule
{
    public static IServiceCollection AddRecordings(this IServiceCollection services)
    {
        services.AddHttpClient(AudioFetcher.ClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(
                () => new SocketsHttpHandler {
                    AllowAutoRedirect = false, UseCookies = false, UseProxy = false,
                    ConnectTimeout = TimeSpan.FromSeconds(10), PooledConnectionLifetime = TimeSpan.FromMinutes(2)
                })
            .RemoveAllLoggers();
        services.AddSingleton<DownloadSignal>();
        services.AddSingleton<MailboxIndex>();
        services.AddHostedService(provider => provider.GetRequiredService<MailboxIndex>());
        services.AddSingleton<RecordingFiles>();
        services.AddSingleton<RecordingDirectory>();
        services.AddSingleton<RecordingEditor>();
        services.AddSingleton<IConfigurationObserver, MailboxMoves>();
        services.AddSingleton<AudioLinks>();
        services.AddSingleton<LiveMailboxes>();
        services.AddSingleton<AudioSources>();
        services.AddSingleton<AudioFetcher>();
        services.AddSingleton<DownloadWriter>();
        services.AddHostedService<DownloadWorker>();
        return services;
    }

    public static void AddRecordingJobs(this IQuartzBuilder q)
    {
        q.ScheduleJob<DownloadJob>(
            trigger => trigger.WithIdentity("recording-download").StartNow()
                .WithSimpleSchedule(s => s.WithInterval(TimeSpan.FromMinutes(1)).RepeatForever()),
            job => job.WithIdentity("recording-download"));
        q.ScheduleJob<CleanUpJob>(
            trigger => trigger.WithIdentity("recording-clean-up").StartNow()
                .WithSimpleSchedule(s => s.WithInterval(TimeSpan.FromMinutes(10)).RepeatForever()),
            job => job.WithIdentity("recording-clean-up"));
    }
}
