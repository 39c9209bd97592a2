using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Opbx.Core.Calls.Projection;
using Opbx.Core.Integrations.Outbox;
using Opbx.Core.Persistence;

namespace Opbx.Core.Recordings.Download;

/// <summary>Downloads what is due, a few at a time.</summary>
internal sealed class DownloadRound(Database database, AudioFetcher fetcher, GroupCommitWriter writer, DownloadFollowers followers, TimeProvider time, ILogger<DownloadRound> log)
{
    private const int Batch = 40;
    private const int AtOnce = 4;
    private static readonly TimeSpan ShortestRest = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<Guid, byte> _running = new();

    /// <summary>Downloads one batch; true when there may be more.</summary>
    public async Task<bool> RunAsync(CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        List<Recording> due;
        await using (var db = database.OpenUnrestricted())
            due = await db.Recordings.AsNoTracking().Where(r => r.NextTryAt <= now).OrderBy(r => r.NextTryAt).Take(Batch).ToListAsync(cancel);
        await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, OneAsync);
        return due.Count == Batch;
    }

    /// <summary>How long nothing is due, at most a minute.</summary>
    public async Task<TimeSpan> RestAsync(CancellationToken cancel)
    {
        await using var db = database.OpenUnrestricted();
        if (await db.Recordings.Where(r => r.NextTryAt != null).OrderBy(r => r.NextTryAt).Select(r => r.NextTryAt).FirstOrDefaultAsync(cancel) is not { } next) return LongestRest;
        var rest = next - time.GetUtcNow();
        return rest < ShortestRest ? ShortestRest : rest < LongestRest ? rest : LongestRest;
    }

    private async ValueTask OneAsync(Recording recording, CancellationToken cancel)
    {
        if (!_running.TryAdd(recording.Id, 0)) return;
        try
        {
            var fetched = await fetcher.FetchAsync(recording, cancel);
            if (fetched.Fault is { } fault) RecordingLog.NotFetched(log, recording.Id, recording.Tries + 1, fault);
            await writer.WriteAsync(new DownloadResult(recording.Id, fetched, time.GetUtcNow(), followers.Around, followers.Outbox, followers.Board));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            RecordingLog.DownloadFailed(log, recording.Id, e);
        }
        finally
        {
            _running.TryRemove(recording.Id, out _);
        }
    }
}

/// <summary>Who is told of a download.</summary>
/// <param name="Around">What an event's values are made with.</param>
/// <param name="Outbox">Integrations.</param>
/// <param name="Board">Mailboxes and pages.</param>
internal sealed record DownloadFollowers(Func<Guid, Surroundings> Around, IOutbox Outbox, RecordingBoard Board);
