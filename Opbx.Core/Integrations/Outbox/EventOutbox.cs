using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Opbx.Core.Document;
using Opbx.Core.Document.Integrations;
using Opbx.Core.Integrations.Delivery;
using Opbx.Core.Persistence;

namespace Opbx.Core.Integrations.Outbox;

/// <summary>Stores events and their deliveries with the facts behind them.</summary>
internal sealed class EventOutbox(IIntegrationCatalogue catalogue, DeliverySignal signal, Backlog backlog, SortableIds ids,
    TimeProvider time) : IOutbox
{
    public void Add(OpbxDbContext db, OccurredEvent occurred)
    {
        var service = catalogue.Service(occurred.PbxId);
        if (!Triggers.IsAccount(occurred.Trigger) && service is not { ApplicationsEnabled: true }) return;
        var known = Known(db, occurred);
        if (known.Any(k => k.SourceKey == occurred.SourceKey)) return;
        var id = ids.Next("msg_");
        db.IntegrationEvents.Add(new IntegrationEvent {
            Id = id,
            OrganizationId = occurred.OrganizationId,
            PbxId = occurred.PbxId,
            Trigger = occurred.Trigger,
            SourceKey = occurred.SourceKey,
            OccurredAt = occurred.At,
            CallUuid = occurred.CallUuid,
            Sequence = occurred.CallUuid is null ? null : 1 + known.Max(k => k.Sequence).GetValueOrDefault(),
            Values = DocumentJson.Write(EventValues.For(occurred, service, id)),
            Scope = DocumentJson.Write(occurred.Scope),
        });
        var now = time.GetUtcNow();
        var shed = backlog.Sheds(occurred.OrganizationId, occurred.Trigger);
        foreach (var integration in catalogue.Waiting(occurred.OrganizationId, occurred.PbxId, occurred.Trigger))
        {
            if (!EventFilter.Passes(integration.Definition.Filter, occurred.Scope)) continue;
            db.WebhookDeliveries.Add(new WebhookDelivery {
                Id = ids.Next("dlv_"),
                OrganizationId = occurred.OrganizationId,
                IntegrationId = integration.Id,
                EventId = id,
                Kind = DeliveryKind.Live,
                KindKey = "live",
                CreatedAt = now,
                DueAt = now,
                State = shed ? DeliveryState.Failed : DeliveryState.Pending,
                LastOutcome = shed ? Outcome.Shed : null,
                FinishedAt = shed ? now : null,
            });
        }
    }

    public void Wake() => signal.Raise();

    /// <summary>Events with the same key or of the same call, from the store and from this context.</summary>
    private static List<(string SourceKey, int? Sequence)> Known(OpbxDbContext db, OccurredEvent occurred)
    {
        var stored = db.IntegrationEvents.AsNoTracking().IgnoreQueryFilters([OpbxDbContext.TenantFilter])
            .Where(e => e.PbxId == occurred.PbxId
            && (e.SourceKey == occurred.SourceKey || (occurred.CallUuid != null && e.CallUuid == occurred.CallUuid)))
            .Select(e => new { e.SourceKey, e.Sequence }).AsEnumerable().Select(e => (e.SourceKey, e.Sequence));
        var added = Tracked(db).GetEntries(nameof(IntegrationEvent.PbxId), occurred.PbxId).Select(e => e.Entity)
            .Where(e => e.SourceKey == occurred.SourceKey || (occurred.CallUuid != null && e.CallUuid == occurred.CallUuid))
            .Select(e => (e.SourceKey, e.Sequence));
        return [.. stored, .. added];
    }

    /// <summary>The events in this context. Querying them would run change detection every time; events are only added.</summary>
    private static LocalView<IntegrationEvent> Tracked(OpbxDbContext db)
    {
        var detects = db.ChangeTracker.AutoDetectChangesEnabled;
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        var local = db.IntegrationEvents.Local;
        db.ChangeTracker.AutoDetectChangesEnabled = detects;
        return local;
    }
}

/// <summary>The values of an event: those of the fact, completed by those of the service and of the event itself.</summary>
internal static class EventValues
{
    /// <summary>ISO 8601 with the offset of the PBX.</summary>
    public static string Time(DateTimeOffset at, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(at, zone).ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture);

    public static SortedDictionary<string, string> For(OccurredEvent occurred, ServiceInfo? service, string id)
    {
        var own = new Dictionary<ValueName, string> {
            [ValueName.EventId] = id,
            [ValueName.EventType] = Triggers.Spelling(occurred.Trigger),
            [ValueName.DateTime] = Time(occurred.At, service?.TimeZone ?? TimeZoneInfo.Utc),
            [ValueName.ServiceUuid] = occurred.PbxId.ToString(),
            [ValueName.ServiceName] = service?.Name ?? "",
            [ValueName.ServiceFriendlyName] = service?.FriendlyName ?? "",
        };
        if (occurred.CallUuid is { } call) own[ValueName.CallUuid] = call;
        var all = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var value in ValueCatalogue.For(occurred.Trigger))
        {
            var name = ValueCatalogue.Spelling(value);
            all[name] = own.TryGetValue(value, out var known) ? known : occurred.Values.GetValueOrDefault(name, "");
        }
        return all;
    }
}
