using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Opbx.Core.Pbxs;
using Opbx.Core.Persistence;
using Quartz;

namespace Opbx.Core.Calls.Recordings;

/// <summary>Deletes the files of deleted recordings, and expired files and rows; in small batches, so that nothing else waits.</summary>
[DisallowConcurrentExecution]
public sealed class CleanUpJob(Database database, RecordingFiles files, MailboxIndex mailboxes, IOptions<RecordingOptions> options,
    TimeProvider time, ILogger<CleanUpJob> log) : IJob
{
    private const int Batch = 100;
    private static readonly TimeSpan TombstoneLife = TimeSpan.FromDays(30);
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await RunAsync(cancellationToken);

    public async Task RunAsync(CancellationToken cancel)
    {
        await EmptyAsync(cancel);
        var now = time.GetUtcNow();
        var removed = await PruneAsync(r => r.DeletedAt < now - TombstoneLife && r.Bytes == 0, cancel);
        var pbxs = await PbxsAsync(cancel);
        removed += await PruneAsync(r => !pbxs.Contains(r.PbxId), cancel);
        foreach (var (kind, days) in new[] { (RecordingKind.Conversation, options.Value.KeepDays),
            (RecordingKind.Message, options.Value.KeepMessageDays) })
        {
            var before = now.AddDays(-days);
            if (days > 0) removed += await PruneAsync(r => r.Kind == kind && r.RecordedAt < before, cancel);
        }
        if (removed > 0) RecordingLog.Pruned(log, removed);
    }

    /// <summary>Deletes the files of deleted recordings; their rows stay for a while.</summary>
    private async Task EmptyAsync(CancellationToken cancel)
    {
        await using var db = database.OpenUnrestricted();
        var rows = await db.Recordings.Where(r => r.State == AudioState.Deleted && r.Bytes > 0).OrderBy(r => r.Id).Take(Batch)
            .ToListAsync(cancel);
        foreach (var row in rows.Where(Delete)) row.Bytes = 0;
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Only existing PBXs: nobody can listen to what a deleted one left behind.</summary>
    private async Task<List<Guid>> PbxsAsync(CancellationToken cancel)
    {
        await using var db = database.OpenUnrestricted();
        return await db.Pbxs.Select(p => p.Id).ToListAsync(cancel);
    }

    private async Task<int> PruneAsync(Expression<Func<Recording, bool>> due, CancellationToken cancel)
    {
        for (var total = 0; ;)
        {
            await using var db = database.OpenUnrestricted();
            var rows = await db.Recordings.Where(due).OrderBy(r => r.RecordedAt).Take(Batch).ToListAsync(cancel);
            var gone = rows.Where(Delete).ToList();
            db.Recordings.RemoveRange(gone);
            await db.SaveChangesAsync(cancel);
            foreach (var row in gone) mailboxes.Remove(row);
            total += gone.Count;
            if (gone.Count < Batch) return total;
        }
    }

    /// <summary>The file first: a row without a file says so, but a file without a row would never be found again.</summary>
    private bool Delete(Recording row)
    {
        try
        {
            files.Delete(row);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            RecordingLog.FileNotRemoved(log, row.Id, e);
            return false;
        }
    }
}
