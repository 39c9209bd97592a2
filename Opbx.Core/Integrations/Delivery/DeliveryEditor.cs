using Microsoft.EntityFrameworkCore;
using Opbx.Core.Configuration;
using Opbx.Core.Document;
using Opbx.Core.Integrations.Outbox;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;

namespace Opbx.Core.Integrations.Delivery;

/// <summary>Resends events: one, or those of a time range. They keep their ids and times, and are marked.</summary>
internal sealed class DeliveryEditor(Database database, IntegrationLookup integrations, SortableIds ids, DeliverySignal signal,
    TimeProvider time)
{
    public const int MostReplayed = 10_000;

    /// <summary>Resends the event of a delivery; returns the id of the new delivery.</summary>
    public async Task<Result<string>> RedeliverAsync(Actor actor, Guid? pbxId, string name, string id, CancellationToken cancel)
    {
        var found = Active(actor, pbxId, name);
        if (!found.Ok) return found.Failure;
        await using var db = database.OpenFor(actor.OrganizationId);
        var row = await db.WebhookDeliveries.AsNoTracking()
            .FirstOrDefaultAsync(d => d.IntegrationId == found.Value.Id && d.Id == id, cancel);
        if (row is null) return Failure.NotFound("The delivery");
        var made = Make(found.Value, row.EventId, DeliveryKind.Resend, ids.Next("resend_"));
        db.WebhookDeliveries.Add(made);
        await db.SaveChangesAsync(cancel);
        signal.Raise();
        return made.Id;
    }

    /// <summary>Resends the events of a time range in order, including those that happened while the integration was switched off.
    /// Only counts them when <paramref name="tryOnly"/>.</summary>
    public async Task<Result<Replay>> ReplayAsync(Actor actor, Guid? pbxId, string name, ReplayRange range, CancellationToken cancel,
        bool tryOnly = false)
    {
        var found = Active(actor, pbxId, name);
        if (!found.Ok) return found.Failure;
        if (range.Before <= range.After) return Wrong("/before", "The end lies before the beginning.");
        await using var db = database.OpenFor(actor.OrganizationId);
        var events = await EventsAsync(db, found.Value, range, cancel);
        return await AddAsync(db, found.Value, events, DeliveryKind.Backfill, tryOnly, cancel);
    }

    /// <summary>Resends the events of all matching deliveries in order, each once and without tests. Only counts them when
    /// <paramref name="tryOnly"/>.</summary>
    public async Task<Result<Replay>> RedeliverAllAsync(Actor actor, Guid? pbxId, string name, DeliveryQuery query,
        CancellationToken cancel, bool tryOnly = false)
    {
        var found = Active(actor, pbxId, name);
        if (!found.Ok) return found.Failure;
        await using var db = database.OpenFor(actor.OrganizationId);
        var matching =
            DeliveryDirectory.Matching(db.WebhookDeliveries.Where(d => d.IntegrationId == found.Value.Id && d.Kind != DeliveryKind.Test),
                query);
        var events = await matching.Select(d => d.EventId).Distinct().OrderBy(id => id).Take(MostReplayed + 1).ToListAsync(cancel);
        return await AddAsync(db, found.Value, events, DeliveryKind.Resend, tryOnly, cancel);
    }

    private async Task<Result<Replay>> AddAsync(OpbxDbContext db, ConfiguredIntegration integration, List<string> events, DeliveryKind kind,
        bool tryOnly, CancellationToken cancel)
    {
        if (events.Count > MostReplayed) return Wrong("/after", "These are more than 10,000 events. Choose a shorter time.");
        if (await db.WebhookDeliveries.CountAsync(d => d.State == DeliveryState.Pending, cancel) + events.Count > BacklogJob.Most)
            return new Failure(
                FailureKind.Conflict, $"More than {BacklogJob.Most:N0} deliveries would wait then. Send these when fewer wait.");
        if (tryOnly) return new Replay(null, events.Count);
        var run = ids.Next(kind == DeliveryKind.Resend ? "resend_" : "replay_");
        db.WebhookDeliveries.AddRange(events.Select(e => Make(integration, e, kind, run)));
        await db.SaveChangesAsync(cancel);
        signal.Raise();
        return new Replay(run, events.Count);
    }

    private Result<ConfiguredIntegration> Active(Actor actor, Guid? pbxId, string name)
    {
        if (!actor.May(Permission.EditIntegrations)) return Failure.Forbidden();
        if (integrations.Find(actor, pbxId, name) is not { } integration) return Failure.NotFound($"The integration \"{name}\"");
        return integration.Definition.Active ? integration
            : new Failure(FailureKind.Conflict, $"The integration \"{name}\" is switched off. Switch it on first.");
    }

    private static Failure Wrong(string pointer, string sentence)
    {
        var errors = new FieldErrors();
        errors.Add(pointer, sentence);
        return Failure.Invalid(errors);
    }

    private static async Task<List<string>> EventsAsync(OpbxDbContext db, ConfiguredIntegration integration, ReplayRange range,
        CancellationToken cancel)
    {
        var triggers = integration.Definition.Trigger.ToList();
        // Events before the integration existed, including its own creation, do not count as missed.
        var made = range.OnlyMissed ? await db.ConfiguredObjects.Where(o => o.Id == integration.Id)
            .Select(o => (DateTimeOffset?)o.CreatedAt).FirstOrDefaultAsync(cancel) : null;
        var after = made >= range.After ? made.Value.AddMilliseconds(1) : range.After;
        var found = db.IntegrationEvents.AsNoTracking()
            .Where(e => !e.IsTest && triggers.Contains(e.Trigger) && (integration.PbxId == null || e.PbxId == integration.PbxId)
            && e.OccurredAt >= after && e.OccurredAt < range.Before)
            .Where(e => !range.OnlyMissed || !db.Set<WebhookDelivery>()
            .Any(d => d.EventId == e.Id && d.IntegrationId == integration.Id
                && (d.State == DeliveryState.Delivered || d.State == DeliveryState.Pending)))
            .OrderBy(e => e.Id).Select(e => new { e.Id, e.Scope }).AsAsyncEnumerable();
        return await found.Where(
            e => EventFilter.Passes(integration.Definition.Filter, JsonSerializer.Deserialize<EventScope>(e.Scope, DocumentJson.Options)!))
            .Select(e => e.Id).Take(MostReplayed + 1).ToListAsync(cancel);
    }

    private WebhookDelivery Make(ConfiguredIntegration integration, string eventId, DeliveryKind kind, string key)
    {
        var now = time.GetUtcNow();
        return new WebhookDelivery {
            Id = ids.Next("dlv_"),
            OrganizationId = integration.OrganizationId,
            IntegrationId = integration.Id,
            EventId = eventId,
            Kind = kind,
            KindKey = key,
            CreatedAt = now,
            DueAt = now,
        };
    }
}
