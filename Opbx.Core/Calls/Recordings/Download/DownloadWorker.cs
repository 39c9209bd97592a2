using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Opbx.Core.Persistence;

namespace Opbx.Core.Calls.Recordings.Download;

/// <summary>Downloads recordings as soon as they are reported, and retries failed ones.</summary>
internal sealed class DownloadWorker(Database database, AudioFetcher fetcher, DownloadWriter writer, DownloadSignal signal,
    TimeProvider time, ILogger<DownloadWorker> log) : BackgroundService
{
    /// <summary>How many run at the same time.</summary>
    public const int AtOnce = 4;

    private static readonly TimeSpan ShortestRest = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<Guid, byte> _running = new();
    private readonly List<Task> _tasks = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RunOnceAsync(stoppingToken);
                await signal.WaitAsync(await RestAsync(stoppingToken), stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception e)
            {
                RecordingLog.RoundFailed(log, e);
                await Task.Delay(AfterFault, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
        await FinishAsync();
    }

    /// <summary>Starts due downloads while slots are free, untried ones first; returns how many it started.</summary>
    internal async Task<int> RunOnceAsync(CancellationToken cancel)
    {
        _tasks.RemoveAll(t => t.IsCompleted);
        var running = _running.Keys.ToList();
        if (running.Count >= AtOnce) return 0;
        var now = time.GetUtcNow();
        List<Recording> due;
        await using (var db = database.OpenUnrestricted())
            due = await db.Recordings.AsNoTracking().Where(r => r.NextTryAt <= now && !running.Contains(r.Id)).OrderBy(r => r.Tries)
                .ThenBy(r => r.NextTryAt).Take(AtOnce - running.Count).ToListAsync(cancel);
        foreach (var recording in due)
        {
            _running[recording.Id] = 0;
            _tasks.Add(OneAsync(recording, cancel));
        }
        return due.Count;
    }

    /// <summary>Waits for the running downloads.</summary>
    internal Task FinishAsync() => Task.WhenAll(_tasks);

    /// <summary>Time until the next download is due, at most a minute; a finished download wakes the worker earlier.</summary>
    private async Task<TimeSpan> RestAsync(CancellationToken cancel)
    {
        var running = _running.Keys.ToList();
        if (running.Count >= AtOnce) return LongestRest;
        await using var db = database.OpenUnrestricted();
        if (await db.Recordings.Where(r => r.NextTryAt != null && !running.Contains(r.Id)).OrderBy(r => r.NextTryAt)
            .Select(r => r.NextTryAt).FirstOrDefaultAsync(cancel) is not { } next) return LongestRest;
        var rest = next - time.GetUtcNow();
        return rest < ShortestRest ? ShortestRest : rest < LongestRest ? rest : LongestRest;
    }

    private async Task OneAsync(Recording recording, CancellationToken cancel)
    {
        try
        {
            // What cannot be stored is due again at once: it keeps its slot for a while, so that it is not fetched over and over.
            if (!await FetchAsync(recording, cancel)) await Task.Delay(AfterFault, time, cancel);
        }
        catch (OperationCanceledException)
        {
            // The portal stops; the download is due again after the start.
        }
        finally
        {
            _running.TryRemove(recording.Id, out _);
            signal.Raise();
        }
    }

    /// <summary>False when the result could not be stored.</summary>
    private async Task<bool> FetchAsync(Recording recording, CancellationToken cancel)
    {
        try
        {
            var fetched = await fetcher.FetchAsync(recording, cancel);
            if (fetched.Fault is { } fault) RecordingLog.NotFetched(log, recording.Id, recording.Tries + 1, fault);
            return await writer.StoreAsync(recording.Id, fetched);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            RecordingLog.DownloadFailed(log, recording.Id, e);
            return false;
        }
    }
}
