using Microsoft.EntityFrameworkCore;
using Opbx.Core.Persistence;

namespace Opbx.Core.Cloudonix.Sync;

/// <summary>Keeps what is known of subscribers and of synchronizations, one short write at a time.</summary>
public sealed class SubscriberRows(Database database, SyncMetrics metrics, TimeProvider time)
{
    private static readonly TimeSpan Rhythm = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan FirstRetry = TimeSpan.FromSeconds(15);

    /// <summary>Stores a new or changed row.</summary>
    internal async Task SaveAsync(Subscriber row, CancellationToken cancel)
    {
        await using var db = database.OpenFor(row.OrganizationId);
        db.Entry(row).State = await db.Subscribers.AnyAsync(s => s.ObjectId == row.ObjectId, cancel) ? EntityState.Modified : EntityState.Added;
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Forgets a row.</summary>
    internal async Task RemoveAsync(Subscriber row, CancellationToken cancel)
    {
        await using var db = database.OpenFor(row.OrganizationId);
        await db.Subscribers.Where(s => s.ObjectId == row.ObjectId).ExecuteDeleteAsync(cancel);
    }

    /// <summary>Remembers how a synchronization ended and when the next one is due: soon after a failure, later with each further one.</summary>
    /// <param name="pairing">The pairing it was for.</param>
    /// <param name="error">What went wrong; null when all agrees.</param>
    /// <param name="cancel">Stops waiting.</param>
    internal async Task FinishAsync(Pairing pairing, string? error, CancellationToken cancel)
    {
        metrics.Ended(agrees: error is null);
        var now = time.GetUtcNow();
        var failures = error is null ? 0 : pairing.SyncFailures + 1;
        var pause = error is null ? Rhythm : TimeSpan.FromTicks(Math.Min(Rhythm.Ticks, FirstRetry.Ticks << Math.Min(failures - 1, 10)));
        var syncedAt = error is null ? now : pairing.SyncedAt;
        await using var db = database.OpenFor(pairing.OrganizationId);
        var found = await db.Pairings.Where(p => p.PbxId == pairing.PbxId).ExecuteUpdateAsync(
            set => set
                .SetProperty(p => p.SyncFailures, failures)
                .SetProperty(p => p.SyncError, error)
                .SetProperty(p => p.SyncedAt, syncedAt)
                .SetProperty(p => p.NextSyncAt, now + pause),
            cancel);

        // Unpaired meanwhile: what was just stored belongs to nobody.
        if (found == 0) await db.Subscribers.Where(s => s.PbxId == pairing.PbxId).ExecuteDeleteAsync(cancel);
    }
}
