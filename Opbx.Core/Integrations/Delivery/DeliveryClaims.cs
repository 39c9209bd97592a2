using Microsoft.EntityFrameworkCore;
using Opbx.Core.Document;
using Opbx.Core.Persistence;
using Opbx.Core.Persistence.Tenancy;

namespace Opbx.Core.Integrations.Delivery;

/// <summary>Leases due deliveries, so that a crash loses nothing and two processes do not send the same one.</summary>
internal sealed class DeliveryClaims(Database database, IIntegrationCatalogue catalogue, SuspendedOrganizations suspended,
    TimeProvider time)
{
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(45);

    /// <summary>With strict order, how long and how often an event holds up later ones of its call.</summary>
    private static readonly TimeSpan HoldsUp = TimeSpan.FromMinutes(5);
    private const int TriesHoldingUp = 3;

    private readonly string _owner = Guid.NewGuid().ToString("N");

    /// <summary>Fills the lanes and returns how many deliveries were added. Those of integrations that are switched off or deleted
    /// are cancelled; those of paused ones and of suspended organizations wait.</summary>
    public async Task<int> FillAsync(Lanes lanes, CancellationToken cancel)
    {
        await using var db = database.OpenUnrestricted();
        var now = time.GetUtcNow();
        var due = await Due(db, now).Select(d => d.IntegrationId).Distinct().ToListAsync(cancel);
        var off = due.Where(id => catalogue.Find(id) is not { Definition.Active: true }).ToList();
        if (off.Count > 0) await CancelAsync(db, off, cancel);
        var chosen = new List<string>();
        foreach (var id in due.Except(off))
            if (catalogue.Find(id) is { Definition: { Paused: false } definition } integration
                && !suspended.Contains(integration.OrganizationId)) chosen.AddRange(
                    await ChooseAsync(db, id, lanes.RoomOf(id, definition), definition.StrictOrder, now, cancel));
        if (chosen.Count == 0) return 0;
        var taken = await ClaimAsync(db, chosen, now, cancel);
        lanes.Add(taken);
        return taken.Count;
    }

    /// <summary>How long until the next pending retry; null when there is none.</summary>
    public async Task<TimeSpan?> NextDueAsync(CancellationToken cancel)
    {
        await using var db = database.OpenUnrestricted();
        var now = time.GetUtcNow();
        var next = await db.WebhookDeliveries.Where(d => d.State == DeliveryState.Pending && d.LeaseUntil == null && d.DueAt > now)
            .Select(d => (DateTimeOffset?)d.DueAt).MinAsync(cancel);
        return next - now;
    }

    /// <summary>Releases leases left by a killed process; only for a store used by a single process.</summary>
    public async Task ReleaseAllAsync(CancellationToken cancel)
    {
        await using var db = database.OpenUnrestricted();
        if (!db.Database.IsSqlite()) return;
        await db.WebhookDeliveries.Where(d => d.State == DeliveryState.Pending && d.LeaseUntil != null)
            .ExecuteUpdateAsync(s => s.SetProperty(d => d.LeaseUntil, (DateTimeOffset?)null)
            .SetProperty(d => d.LeaseOwner, (string?)null), cancel);
    }

    /// <summary>Deliveries due now. First attempts are always due, so that a clock that jumped back does not delay them.</summary>
    private static IQueryable<WebhookDelivery> Due(OpbxDbContext db, DateTimeOffset now) =>
        db.WebhookDeliveries.Where(d => d.State == DeliveryState.Pending && (d.Attempts == 0 || d.DueAt <= now)
            && (d.LeaseUntil == null || d.LeaseUntil <= now));

    private async Task CancelAsync(OpbxDbContext db, IReadOnlyList<Guid> integrations, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        await db.WebhookDeliveries.Where(d => integrations.Contains(d.IntegrationId) && d.State == DeliveryState.Pending
            && (d.LeaseUntil == null || d.LeaseUntil <= now))
            .ExecuteUpdateAsync(s => s.SetProperty(d => d.State, DeliveryState.Cancelled).SetProperty(d => d.FinishedAt, now), cancel);
    }

    private static async Task<IReadOnlyList<string>> ChooseAsync(OpbxDbContext db, Guid integration, LaneRoom lane, bool strict,
        DateTimeOffset now, CancellationToken cancel)
    {
        if (lane is { Places: <= 0, PlacesForResent: <= 0 }) return [];
        var due = Due(db, now).Where(d => d.IntegrationId == integration);
        if (strict) due =
            due.Where(d => d.Event!.CallUuid == null || !Earlier(db, now)
                .Any(e => e.IntegrationId == d.IntegrationId && e.Event!.CallUuid == d.Event.CallUuid && e.Id.CompareTo(d.Id) < 0));
        var fresh = await ClaimAsync(due.Where(d => d.Attempts == 0 && d.Kind == DeliveryKind.Live).OrderBy(d => d.Id), lane.Places);
        var resent = await ClaimAsync(due.Where(d => d.Attempts == 0 && d.Kind != DeliveryKind.Live)
            .OrderBy(d => d.Id), lane.PlacesForResent);
        var retries = await ClaimAsync(due.Where(d => d.Attempts > 0).OrderBy(d => d.DueAt), lane.Places - fresh.Count);
        return [.. fresh, .. resent, .. retries];

        async Task<List<string>> ClaimAsync(IQueryable<WebhookDelivery> of, int room)
        {
            if (room <= 0) return [];
            var ids = await of.Select(d => d.Id).Take(room).ToListAsync(cancel);
            ids.RemoveAll(lane.Held.Contains);
            return ids;
        }
    }

    /// <summary>Deliveries that later ones of the same call have to wait for.</summary>
    private static IQueryable<WebhookDelivery> Earlier(OpbxDbContext db, DateTimeOffset now)
    {
        var since = now - HoldsUp;
        return db.WebhookDeliveries.Where(e => e.State == DeliveryState.Pending && e.Attempts < TriesHoldingUp && e.CreatedAt > since);
    }

    private async Task<IReadOnlyList<ClaimedDelivery>> ClaimAsync(OpbxDbContext db, List<string> ids, DateTimeOffset now,
        CancellationToken cancel)
    {
        var until = now + Lease;
        await Due(db, now).Where(d => ids.Contains(d.Id))
            .ExecuteUpdateAsync(s => s.SetProperty(d => d.LeaseUntil, until).SetProperty(d => d.LeaseOwner, _owner), cancel);
        var rows = await db.WebhookDeliveries.AsNoTracking().Include(d => d.Event).Where(d => ids.Contains(d.Id) && d.LeaseOwner == _owner)
            .OrderBy(d => d.Id).ToListAsync(cancel);
        var strict = rows.Where(r => r.Event!.CallUuid is not null && catalogue.Find(r.IntegrationId) is { Definition.StrictOrder: true })
            .Select(r => r.Id).ToList();
        var late = strict.Count == 0 ? [] : await AfterGap(db, strict).ToHashSetAsync(cancel);
        return [.. rows.Select(r => Claimed(r, late.Contains(r.Id)))];
    }

    /// <summary>Those that follow an undelivered event of the same call.</summary>
    private static IQueryable<string> AfterGap(OpbxDbContext db, IReadOnlyList<string> ids) =>
        from later in db.WebhookDeliveries
        where ids.Contains(later.Id)
        where db.Set<WebhookDelivery>()
            .Any(e => e.IntegrationId == later.IntegrationId && e.Kind == later.Kind && e.Event!.CallUuid == later.Event!.CallUuid
            && e.Id.CompareTo(later.Id) < 0 && (e.State == DeliveryState.Pending || e.State == DeliveryState.Failed))
        select later.Id;

    private static ClaimedDelivery Claimed(WebhookDelivery row, bool afterGap) =>
        new(row.Id, row.IntegrationId, row.Attempts, Facts(row.Event!, row.Kind) with { AfterGap = afterGap }) {
            OrganizationId = row.OrganizationId,
            PbxId = row.Event!.PbxId,
            Call = row.Event.CallUuid,
            OccurredAt = row.Event.OccurredAt,
            WaitingSince = row.Attempts == 0 ? row.CreatedAt : row.DueAt,
            LeaseUntil = row.LeaseUntil!.Value,
        };

    internal static EventFacts Facts(Outbox.IntegrationEvent stored, DeliveryKind kind) =>
        new(stored.Id, stored.Trigger, JsonSerializer.Deserialize<Dictionary<string, string>>(stored.Values, DocumentJson.Options)!, kind,
            stored.Sequence);
}
