using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Opbx.Core.Configuration;
using Opbx.Core.Persistence;

namespace Opbx.Core.Integrations.Delivery;

/// <summary>Chooses which deliveries are tried next and takes a lease on them, so that a crash loses nothing and two processes do not send the same.</summary>
/// <remarks>Each integration is a lane: in order, one at a time, so that receivers see events as they happened; several at a time only when many wait. Lanes take turns, and first attempts go before retries.</remarks>
internal sealed class DeliveryClaims(Database database, IIntegrationCatalogue catalogue, TimeProvider time)
{
    public const int MaxInFlight = 64;
    public const int MaxRetriesInFlight = MaxInFlight / 2;

    private const int WaitingForMore = 100;
    private const int MoreInFlight = 4;

    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    private readonly string _owner = Guid.NewGuid().ToString("N");
    private readonly Dictionary<Guid, long> _served = [];
    private long _lap;

    /// <summary>Claims what may be tried besides what is in flight. Deliveries of integrations that are switched off or deleted are cancelled.</summary>
    public async Task<IReadOnlyList<ClaimedDelivery>> ClaimAsync(IReadOnlyCollection<ClaimedDelivery> inFlight, CancellationToken cancel)
    {
        await using var db = database.OpenUnrestricted();
        var now = time.GetUtcNow();
        var lanes = await LanesAsync(db, now, cancel);
        var off = lanes.Where(l => catalogue.Find(l.Id) is not { Definition.Active: true }).ToList();
        if (off.Count > 0) await CancelAsync(db, [.. off.Select(l => l.Id)], cancel);
        var chosen = await ChooseAsync(db, [.. lanes.Except(off)], inFlight, now, cancel);
        return chosen.Count == 0 ? [] : await TakeAsync(db, chosen, now, cancel);
    }

    /// <summary>How long until the next retry is due that is not due yet; null when there is none.</summary>
    public async Task<TimeSpan?> NextDueAsync(CancellationToken cancel)
    {
        await using var db = database.OpenUnrestricted();
        var now = time.GetUtcNow();
        var next = await db.WebhookDeliveries.Where(d => d.State == DeliveryState.Pending && d.LeaseUntil == null && d.DueAt > now).Select(d => (DateTimeOffset?)d.DueAt).MinAsync(cancel);
        return next - now;
    }

    /// <summary>Gives back leases that a process left behind when it was killed; only for a store that one process uses alone.</summary>
    public async Task ReleaseAllAsync(CancellationToken cancel)
    {
        await using var db = database.OpenUnrestricted();
        if (!db.Database.IsSqlite()) return;
        await db.WebhookDeliveries.Where(d => d.State == DeliveryState.Pending && d.LeaseUntil != null)
            .ExecuteUpdateAsync(s => s.SetProperty(d => d.LeaseUntil, (DateTimeOffset?)null).SetProperty(d => d.LeaseOwner, (string?)null), cancel);
    }

    /// <summary>Deliveries that may be tried at this moment. A first attempt is always due, so that a clock that jumped back does not hold it up.</summary>
    private static IQueryable<WebhookDelivery> Due(OpbxDbContext db, DateTimeOffset now) =>
        db.WebhookDeliveries.Where(d => d.State == DeliveryState.Pending && (d.Attempts == 0 || d.DueAt <= now) && (d.LeaseUntil == null || d.LeaseUntil <= now));

    private static async Task<List<Lane>> LanesAsync(OpbxDbContext db, DateTimeOffset now, CancellationToken cancel) =>
        await Due(db, now).GroupBy(d => d.IntegrationId)
            .Select(g => new Lane(g.Key, g.Count(d => d.Attempts == 0), g.Count(d => d.Attempts > 0)))
            .ToListAsync(cancel);

    private async Task CancelAsync(OpbxDbContext db, IReadOnlyList<Guid> integrations, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        await db.WebhookDeliveries.Where(d => integrations.Contains(d.IntegrationId) && d.State == DeliveryState.Pending && (d.LeaseUntil == null || d.LeaseUntil <= now))
            .ExecuteUpdateAsync(s => s.SetProperty(d => d.State, DeliveryState.Cancelled).SetProperty(d => d.FinishedAt, now), cancel);
    }

    private async Task<List<string>> ChooseAsync(OpbxDbContext db, IReadOnlyList<Lane> lanes, IReadOnlyCollection<ClaimedDelivery> inFlight, DateTimeOffset now, CancellationToken cancel)
    {
        var busy = inFlight.CountBy(d => d.IntegrationId).ToDictionary();
        var free = MaxInFlight - inFlight.Count;
        var retries = MaxRetriesInFlight - inFlight.Count(d => d.IsRetry);
        var own = inFlight.Select(d => d.Id).ToHashSet(StringComparer.Ordinal);
        var chosen = new List<string>();
        foreach (var (lane, again) in Turns(lanes))
        {
            var room = Math.Min(lane.Capacity - busy.GetValueOrDefault(lane.Id), again ? Math.Min(free, retries) : free);
            if (room <= 0) continue;
            var due = Due(db, now).Where(d => d.IntegrationId == lane.Id);
            var ids = await (again ? due.Where(d => d.Attempts > 0) : due.Where(d => d.Attempts == 0)).OrderBy(d => d.Id).Select(d => d.Id).Take(room).ToListAsync(cancel);
            ids.RemoveAll(own.Contains);
            chosen.AddRange(ids);
            (free, retries) = (free - ids.Count, again ? retries - ids.Count : retries);
            busy[lane.Id] = busy.GetValueOrDefault(lane.Id) + ids.Count;
            _served[lane.Id] = ++_lap;
        }
        return chosen;
    }

    /// <summary>Lanes with first attempts, then lanes with retries; within both the one that waited longest for its turn first.</summary>
    private IEnumerable<(Lane Lane, bool Again)> Turns(IReadOnlyList<Lane> lanes)
    {
        var order = lanes.OrderBy(l => _served.GetValueOrDefault(l.Id)).ToList();
        if (_served.Count > 10_000) _served.Clear();
        return [.. order.Where(l => l.First > 0).Select(l => (l, false)), .. order.Where(l => l.Again > 0).Select(l => (l, true))];
    }

    private async Task<IReadOnlyList<ClaimedDelivery>> TakeAsync(OpbxDbContext db, List<string> ids, DateTimeOffset now, CancellationToken cancel)
    {
        var until = now + Lease;
        await Due(db, now).Where(d => ids.Contains(d.Id)).ExecuteUpdateAsync(s => s.SetProperty(d => d.LeaseUntil, until).SetProperty(d => d.LeaseOwner, _owner), cancel);
        var rows = await db.WebhookDeliveries.AsNoTracking().Include(d => d.Event).Where(d => ids.Contains(d.Id) && d.LeaseOwner == _owner).OrderBy(d => d.Id).ToListAsync(cancel);
        return [.. rows.Select(Claimed)];
    }

    private static ClaimedDelivery Claimed(WebhookDelivery row) => new(row.Id, row.IntegrationId, row.Attempts, Facts(row.Event!, row.Kind));

    /// <summary>The event as requests are made from it.</summary>
    internal static EventFacts Facts(Outbox.IntegrationEvent stored, DeliveryKind kind) =>
        new(stored.Id, stored.Trigger, JsonSerializer.Deserialize<Dictionary<string, string>>(stored.Values, DocumentJson.Options)!, kind, stored.Sequence);

    /// <summary>What waits for one integration.</summary>
    private sealed record Lane(Guid Id, int First, int Again)
    {
        public int Capacity => First >= WaitingForMore ? MoreInFlight : 1;
    }
}
