using Microsoft.EntityFrameworkCore;
using Opbx.Core.Configuration;
using Opbx.Core.Document;
using Opbx.Core.Integrations.Account;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;

namespace Opbx.Core.Integrations.Delivery;

/// <summary>Summaries of many deliveries: the health of integrations, and what was sent about one call.</summary>
public sealed class DeliveryOverview(Database database, ConfigurationStore configuration, AccountIntegrationStore accounts,
    TimeProvider time)
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    /// <summary>The health of these integrations; those without any delivery are omitted.</summary>
    public async Task<Result<IReadOnlyDictionary<Guid, IntegrationHealth>>> FindAsync(Actor actor, IReadOnlyList<Guid> integrations,
        CancellationToken cancel)
    {
        if (!actor.May(Permission.ViewIntegrations)) return Failure.Forbidden();
        var since = time.GetUtcNow() - Day;
        await using var db = database.OpenFor(actor.OrganizationId);
        var rows = db.WebhookDeliveries.AsNoTracking().Where(d => integrations.Contains(d.IntegrationId));
        var last = await rows.GroupBy(d => d.IntegrationId).Select(g => new { g.Key, At = g.Max(d => d.CreatedAt) })
            .ToDictionaryAsync(g => g.Key, g => g.At, cancel);
        var counts = (await rows.Where(d => d.CreatedAt >= since).GroupBy(d => new { d.IntegrationId, d.State })
            .Select(g => new { g.Key.IntegrationId, g.Key.State, Count = g.Count() }).ToListAsync(cancel)).ToLookup(c => c.IntegrationId);
        int Count(Guid id, DeliveryState state) => counts[id].FirstOrDefault(c => c.State == state)?.Count ?? 0;
        return last.ToDictionary(
            l => l.Key, l =>
                new IntegrationHealth(Count(l.Key, DeliveryState.Delivered), Count(l.Key, DeliveryState.Failed),
                    Count(l.Key, DeliveryState.Pending), l.Value));
    }

    /// <summary>Oldest first.</summary>
    public async Task<Result<IReadOnlyList<CallDelivery>>> OfCallAsync(Actor actor, Guid pbxId, string callUuid, CancellationToken cancel)
    {
        if (!actor.May(Permission.ViewIntegrations)) return Failure.Forbidden();
        await using var db = database.OpenFor(actor.OrganizationId);
        var rows = await db.WebhookDeliveries.AsNoTracking()
            .Where(d => d.Event!.PbxId == pbxId && d.Event.CallUuid == callUuid && !d.Event.IsTest)
            .OrderBy(d => d.Id).Take(200).Select(d => new { d.Id, d.IntegrationId, d.Event!.Trigger, d.State, d.CreatedAt })
            .ToListAsync(cancel);
        var names = Names(actor, pbxId);
        return rows.ConvertAll(
            r => new CallDelivery(r.Id, names.GetValueOrDefault(r.IntegrationId), accounts.Find(r.IntegrationId) is not null, r.Trigger,
                r.State, r.CreatedAt));
    }

    private Dictionary<Guid, string> Names(Actor actor, Guid pbxId)
    {
        var names = accounts.For(actor.OrganizationId).ToDictionary(a => a.Info.Id, a => a.Integration.Definition.Name);
        if (configuration.Find(pbxId) is not { } snapshot || snapshot.OrganizationId != actor.OrganizationId) return names;
        foreach (var integration in snapshot.Document.Integrations)
            names[snapshot.Objects[new ObjectRef(ObjectKind.Integrations.Name, integration.Name)].Id] = integration.Name;
        return names;
    }
}
