using Microsoft.EntityFrameworkCore;
using Opbx.Core.Document.Integrations;
using Opbx.Core.Integrations.Outbox;
using Opbx.Core.Notices;
using Opbx.Core.Persistence;

namespace Opbx.Core.Integrations.Delivery;

/// <summary>Tracks receivers that fail or report that they are gone, notifies people, and switches their integrations off.</summary>
internal sealed class ReceiverHealth(Database database, IIntegrationCatalogue catalogue, IOutbox outbox, NoticeStore notices,
    TimeProvider time)
{
    /// <summary>Records attempts within their transaction; returns integrations to end after it, with the reason.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> RecordAsync(OpbxDbContext db, IReadOnlyCollection<FinishedAttempt> made,
        CancellationToken cancel)
    {
        var told = made.Where(m => m.Delivery.Event.Kind != DeliveryKind.Test
            && (Outcomes.ConcernsReceiver(m.Result.Outcome) || m.Result.SaysGone)).ToList();
        var ids = told.Select(m => m.Delivery.IntegrationId).Distinct().ToList();
        var records = await db.ReceiverRecords.Where(r => ids.Contains(r.IntegrationId)).ToDictionaryAsync(r => r.IntegrationId, cancel);
        var endings = new Dictionary<Guid, string>();
        foreach (var attempt in told)
        {
            var delivery = attempt.Delivery;
            if (endings.ContainsKey(delivery.IntegrationId)) continue;
            if (attempt.Result.Taken) Remove(db, records, delivery.IntegrationId);
            else if (Reason(db, records, attempt) is { } reason) endings[delivery.IntegrationId] = reason;
            if (!endings.TryGetValue(delivery.IntegrationId, out var why)) continue;
            Remove(db, records, delivery.IntegrationId);
            Notify(db, delivery, "off",
                $"The integration {NameOf(delivery)} was switched off: {why} Check its receiver, switch it on again and send what was " +
                    "missed.");
        }
        return endings;
    }

    /// <summary>Switches the integration off and ends its deliveries.</summary>
    public async Task EndAsync(Guid integration, string reason, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        await using (var db = database.OpenUnrestricted())
        {
            await db.WebhookDeliveries.Where(d => d.IntegrationId == integration && d.State == DeliveryState.Pending)
                .ExecuteUpdateAsync(s => s.SetProperty(d => d.State, DeliveryState.Cancelled).SetProperty(d => d.FinishedAt, now), cancel);
        }
        await catalogue.DeactivateAsync(integration, reason, cancel);
    }

    private static void Remove(OpbxDbContext db, Dictionary<Guid, ReceiverRecord> records, Guid integration)
    {
        if (records.Remove(integration, out var record)) db.ReceiverRecords.Remove(record);
    }

    /// <summary>Why the integration must be switched off now; null when it need not be.</summary>
    private string? Reason(OpbxDbContext db, Dictionary<Guid, ReceiverRecord> records, FinishedAttempt attempt)
    {
        var delivery = attempt.Delivery;
        if (attempt.Result.SaysGone)
            return attempt.Result.Outcome == Outcome.Gone ? "its receiver answered 410 Gone." : "its receiver asked for it.";
        if (!records.TryGetValue(delivery.IntegrationId, out var record))
        {
            record = new ReceiverRecord {
                IntegrationId = delivery.IntegrationId, OrganizationId = delivery.OrganizationId,
                FailingSince = attempt.At
            };
            records.Add(delivery.IntegrationId, record);
            db.ReceiverRecords.Add(record);
        }
        record.Failures++;
        if (attempt.At > record.LastFailureAt) record.LastFailureAt = attempt.At;
        switch (ReceiverVerdicts.Judge(record, time.GetUtcNow()))
        {
            case ReceiverVerdict.SwitchOff:
                return "its receiver took nothing for 5 days.";
            case ReceiverVerdict.Warn:
                record.Warned = true;
                Notify(db, delivery, "failing",
                    $"The receiver of the integration {NameOf(delivery)} has taken nothing since " +
                        $"{record.FailingSince.ToString("d MMMM", CultureInfo.InvariantCulture)}. It is switched off on " +
                            $"{record.SwitchedOffAt.ToString("d MMMM", CultureInfo.InvariantCulture)} if that goes on.");
                return null;
            case ReceiverVerdict.Fine:
                return null;
        }
        return null;
    }

    private string NameOf(ClaimedDelivery delivery) => catalogue.Find(delivery.IntegrationId)?.Definition.Name ?? "";

    private void Notify(OpbxDbContext db, ClaimedDelivery delivery, string what, string text)
    {
        var key = $"integration-{what}:{delivery.Id}:{delivery.Attempts + 1}";
        var account = catalogue.Find(delivery.IntegrationId) is { PbxId: null };
        notices.Raise(db, delivery.OrganizationId, key, text,
            $"{(account ? "/account/integrations" : "/integrations")}/{Uri.EscapeDataString(NameOf(delivery))}");
        outbox.Add(db, new OccurredEvent {
            OrganizationId = delivery.OrganizationId,
            PbxId = delivery.PbxId,
            Trigger = Trigger.SystemAlert,
            SourceKey = key,
            At = time.GetUtcNow(),
            Values = new Dictionary<string, string> { ["name"] = text },
        });
    }
}
