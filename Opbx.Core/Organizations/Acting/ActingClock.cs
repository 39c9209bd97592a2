using Microsoft.Extensions.Hosting;
using Opbx.Core.Users;
using Opbx.Core.Users.Acting;

namespace Opbx.Core.Organizations.Acting;

/// <summary>Ends grants that have expired, to the second, and those of people whose sessions end.</summary>
internal sealed class ActingClock(ActingGrants grants, ActingEditor editor, SessionEnds sessions, TimeProvider clock,
    ILogger<ActingClock> log) : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await grants.LoadAsync(cancellationToken);
        sessions.Ended += OnEnded;
        await base.StartAsync(cancellationToken);
    }

    public override Task StopAsync(CancellationToken cancellationToken)
    {
        sessions.Ended -= OnEnded;
        return base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var beat = new PeriodicTimer(Beat, clock);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!await beat.WaitForNextTickAsync(stoppingToken)) return;
                await editor.EndOverdueAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                ActingLog.EndNotStored(log, e);
            }
        }
    }

    private async Task OnEnded(EndedSessions ended)
    {
        try
        {
            await editor.EndAllOfPersonAsync(ended.UserId, CancellationToken.None);
        }
        catch (Exception e)
        {
            ActingLog.EndNotStored(log, e);
        }
    }
}

internal static partial class ActingLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "Somebody stopped acting for an organization, but its history could not be written")]
    public static partial void EndNotStored(ILogger log, Exception fault);
}
