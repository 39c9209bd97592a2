using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Opbx.Core.Calls.Projection;
using Opbx.Core.Integrations.Outbox;
using Opbx.Core.Persistence;

namespace Opbx.Core.Calls.Recordings.Download;

/// <summary>Downloads what is due, a few at a time; each that ends makes room for the next.</summary>
internal sealed class DownloadRound(Database database, AudioFetcher fetcher, GroupCommitWriter writer, DownloadFollowers followers,
    TimeProvider time, ILogger<DownloadRound> log)
{
    public const int AtOnce = 4;

    private static readonly TimeSpan ShortestRest = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<Guid, byte> _running = new();
    private readonly List<Task> _tasks = [];

    /// <summary>Starts due downloads as far as there is room. Those never tried come first: someone is waiting for them.</summary>
    public async Task<int> BeginAsync(CancellationToken cancel)
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

    /// <summary>Waits until all started downloads have ended.</summary>
    public Task FinishAsync() => Task.WhenAll(_tasks);

    /// <summary>How long until something is due, at most a minute; a download that ends wakes the worker earlier.</summary>
    public async Task<TimeSpan> RestAsync(CancellationToken cancel)
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
            // If the result cannot be stored the download is due again at once: its slot is held for a while to avoid a loop.
            if (!await FetchAsync(recording, cancel)) await Task.Delay(AfterFault, time, cancel);
        }
        catch (OperationCanceledException)
        {
            // The portal is stopping; the download is due again after the start.
        }
        finally
        {
            _running.TryRemove(recording.Id, out _);
            followers.Signal.Raise();
        }
    }

    /// <summary>False when the outcome could not be stored.</summary>
    private async Task<bool> FetchAsync(Recording recording, CancellationToken cancel)
    {
        try
        {
            var fetched = await fetcher.FetchAsync(recording, cancel);
            if (fetched.Fault is { } fault) RecordingLog.NotFetched(log, recording.Id, recording.Tries + 1, fault);
            return await writer.WriteAsync(
                new DownloadResult(recording.Id, fetched, time.GetUtcNow(), followers.Around, followers.Outbox, followers.Board));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            RecordingLog.DownloadFailed(log, recording.Id, e);
            return false;
        }
    }
}

/// <summary>Notified of a download.</summary>
/// <param name="Signal">Wakes the worker, as there is room again.</param>
internal sealed record DownloadFollowers(Func<Guid, Surroundings> Around, IOutbox Outbox, MailboxIndex Board, DownloadSignal Signal);
