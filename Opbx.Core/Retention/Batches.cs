using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Opbx.Core.Audit;
using Opbx.Core.Calls;
using Opbx.Core.Calls.Log;
using Opbx.Core.Document;
using Opbx.Core.Integrations;
using Opbx.Core.Integrations.Delivery;
using Opbx.Core.Integrations.Outbox;
using Opbx.Core.Persistence;

namespace Opbx.Core.Retention;

#pragma warning disable CA1309 // These comparisons become SQL; ids are lower-case letters and digits, which every collation orders alike.
/// <summary>Deletes the oldest due rows of each kind, one batch at a time.</summary>
internal static class Batches
{
    public const int Size = 100;
    /// <summary>Maximum calls per batch: each has decisions, messages and trigrams in the search index.</summary>
    public const int Calls = 20;

    /// <summary>Calls that started earlier, with their decisions and messages.</summary>
    public static async Task<int> CallsAsync(OpbxDbContext db, DateTimeOffset before, CancellationToken cancel)
    {
        var end = CallSortKey.At(before);
        var ids = await db.Calls.Where(c => c.SortKey < end).OrderBy(c => c.SortKey).Select(c => c.Id).Take(Calls).ToListAsync(cancel);
        return ids.Count == 0 ? 0 : await DeleteCallsAsync(db, ids, cancel);
    }

    /// <summary>Calls of PBXs whose deletion is in the history, with their decisions and messages.</summary>
    public static async Task<int> CallsOfDeletedPbxsAsync(OpbxDbContext db, CancellationToken cancel)
    {
        var gone = await db.History.Where(h => h.Kind == DocumentDiff.SettingsKind && h.Action == ChangeAction.Deleted && h.PbxId != null)
            .Select(h => h.PbxId!.Value).ToListAsync(cancel);
        var ids = await db.Calls.Where(c => gone.Contains(c.PbxId)).OrderBy(c => c.PbxId).Select(c => c.Id).Take(Calls).ToListAsync(cancel);
        return ids.Count == 0 ? 0 : await DeleteCallsAsync(db, ids, cancel);
    }

    /// <summary>With their decisions and messages.</summary>
    public static async Task<int> DeleteCallsAsync(OpbxDbContext db, IReadOnlyList<Guid> ids, CancellationToken cancel)
    {
        await db.CallStages.Where(s => ids.Contains(s.CallId)).ExecuteDeleteAsync(cancel);
        await db.CallEvents.Where(e => ids.Contains(e.CallId)).ExecuteDeleteAsync(cancel);
        return await db.Calls.Where(c => ids.Contains(c.Id)).ExecuteDeleteAsync(cancel);
    }

    /// <summary>Messages of the platform received earlier.</summary>
    public static async Task<int> MessagesAsync(OpbxDbContext db, DateTimeOffset before, CancellationToken cancel)
    {
        var ids = await db.CallEvents.Where(e => e.ReceivedAt < before).OrderBy(e => e.ReceivedAt).Select(e => e.Id).Take(Size)
            .ToListAsync(cancel);
        return ids.Count == 0 ? 0 : await db.CallEvents.Where(e => ids.Contains(e.Id)).ExecuteDeleteAsync(cancel);
    }

    /// <summary>Bodies of messages received earlier; the messages stay, so that repeats are recognized.</summary>
    public static async Task<int> BodiesAsync(OpbxDbContext db, DateTimeOffset before, CancellationToken cancel)
    {
        var ids = await db.CallEvents.Where(e => e.Body != "" && e.ReceivedAt < before).OrderBy(e => e.ReceivedAt).Select(e => e.Id)
            .Take(Size).ToListAsync(cancel);
        return ids.Count == 0 ? 0 : await db.CallEvents.Where(e => ids.Contains(e.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.Body, ""), cancel);
    }

    /// <summary>Finished deliveries created earlier, with their attempts. Waiting ones are never removed.</summary>
    public static async Task<int> DeliveriesAsync(OpbxDbContext db, DateTimeOffset before, CancellationToken cancel)
    {
        var end = SortableIds.First("dlv_", before);
        var ids = await db.WebhookDeliveries.Where(d => string.Compare(d.Id, end) < 0 && d.State != DeliveryState.Pending)
            .OrderBy(d => d.Id).Select(d => d.Id).Take(Size).ToListAsync(cancel);
        return ids.Count == 0 ? 0 : await db.WebhookDeliveries.Where(d => ids.Contains(d.Id)).ExecuteDeleteAsync(cancel);
    }

    /// <summary>Events stored earlier that have no delivery left.</summary>
    public static async Task<int> EventsAsync(OpbxDbContext db, DateTimeOffset before, CancellationToken cancel)
    {
        var end = SortableIds.First("msg_", before);
        var ids = await db.IntegrationEvents
            .Where(e => string.Compare(e.Id, end) < 0 && !db.Set<WebhookDelivery>().Any(d => d.EventId == e.Id))
            .OrderBy(e => e.Id).Select(e => e.Id).Take(Size).ToListAsync(cancel);
        return ids.Count == 0 ? 0 : await db.IntegrationEvents.Where(e => ids.Contains(e.Id)).ExecuteDeleteAsync(cancel);
    }

    /// <summary>Returns some free pages to the file system. SQLite only; always 0, as no rows are deleted.</summary>
    public static async Task<int> SpaceAsync(OpbxDbContext db, CancellationToken cancel)
    {
        if (!db.Database.IsSqlite()) return 0;
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = "PRAGMA incremental_vacuum(256)";
        // Each row read frees one page.
        await using var pages = await command.ExecuteReaderAsync(cancel);
        while (await pages.ReadAsync(cancel)) continue;
        return 0;
    }
}
