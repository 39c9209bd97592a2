using Microsoft.EntityFrameworkCore;
using Opbx.Core.Document;
using Opbx.Core.Document.Integrations;
using Opbx.Core.Integrations.Delivery;
using Opbx.Core.Integrations.Outbox;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;

namespace Opbx.Core.Integrations.Preview;

/// <summary>Finds an event for a preview: the last real one that the integration would send, otherwise a sample.</summary>
internal sealed class PreviewEvents(Database database, IIntegrationCatalogue catalogue, SortableIds ids, TimeProvider time)
{
    private const int LookedAt = 100;

    /// <summary>Always a sample for actors who may not see integrations.</summary>
    /// <param name="pbxId">Null for account-level integrations.</param>
    public async Task<PreviewEvent> FindAsync(Actor actor, Guid? pbxId, Trigger trigger, WebhookFilter? filter, CancellationToken cancel)
    {
        if (!actor.May(Permission.ViewIntegrations)) return Sample(pbxId, trigger);
        await using var db = database.OpenFor(actor.OrganizationId);
        var last = await db.IntegrationEvents.AsNoTracking()
            .Where(e => !e.IsTest && e.Trigger == trigger && (pbxId == null || e.PbxId == pbxId)).OrderByDescending(e => e.OccurredAt)
            .Take(LookedAt).ToListAsync(cancel);
        var found = last.Find(e => EventFilter.Passes(filter, JsonSerializer.Deserialize<EventScope>(e.Scope, DocumentJson.Options)!));
        return found is null ? Sample(pbxId, trigger) : new PreviewEvent(DeliveryClaims.Facts(found, DeliveryKind.Live), found.OccurredAt);
    }

    private PreviewEvent Sample(Guid? pbxId, Trigger trigger)
    {
        var id = ids.Next("msg_");
        var service = (pbxId is { } pbx ? catalogue.Service(pbx) : null)
            ?? new ServiceInfo(Guid.Empty, "sample", "Sample", TimeZoneInfo.Utc, true);
        return new PreviewEvent(new EventFacts(id, trigger, SampleValues.For(trigger, service, id, time.GetUtcNow())), null);
    }
}
