using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Opbx.Core.Configuration;
using Opbx.Core.Integrations.Outbox;
using Opbx.Core.Persistence;
using Opbx.Core.Shared;

namespace Opbx.Core.Integrations.Delivery;

/// <summary>Stores how attempts went and decides what comes next: done, another try, or giving up.</summary>
internal sealed class AttemptLog(Database database, IIntegrationCatalogue catalogue, IOutbox outbox, IOptions<IntegrationOptions> options, TimeProvider time)
{
    private readonly Random _jitter = new();

    /// <summary>Stores finished attempts in one transaction. A delivery whose lease was lost meanwhile is left to its new owner.</summary>
    public async Task SaveAsync(IReadOnlyCollection<FinishedAttempt> finished, CancellationToken cancel)
    {
        if (finished.Count == 0) return;
        var gone = new HashSet<Guid>();
        await using (var db = database.OpenUnrestricted())
        {
            var ids = finished.Select(f => f.Delivery.Id).ToList();
            var rows = await db.WebhookDeliveries.Include(d => d.Event).Where(d => ids.Contains(d.Id) && d.State == DeliveryState.Pending).ToDictionaryAsync(d => d.Id, cancel);
            foreach (var attempt in finished)
            {
                if (!rows.TryGetValue(attempt.Delivery.Id, out var row) || row.Attempts != attempt.Delivery.Attempts) continue;
                (row.LeaseOwner, row.LeaseUntil) = (null, null);
                if (attempt.Result.Outcome == Outcome.Cancelled || !attempt.Counts) continue;
                Apply(row, attempt);
                db.DeliveryAttempts.Add(Row(row, attempt));
                if (attempt.Result.Outcome == Outcome.Gone && gone.Add(row.IntegrationId)) Alert(db, row);
            }
            await db.SaveChangesAsync(cancel);
        }
        foreach (var id in gone) await EndAsync(id, cancel);
    }

    /// <summary>The stored form of an attempt.</summary>
    internal static DeliveryAttempt Row(WebhookDelivery delivery, FinishedAttempt attempt) => new()
    {
        OrganizationId = delivery.OrganizationId,
        DeliveryId = delivery.Id,
        Number = delivery.Attempts,
        At = attempt.At,
        Status = attempt.Result.Status,
        Outcome = attempt.Result.Outcome,
        Milliseconds = attempt.Result.Milliseconds,
        Request = attempt.Request is null ? null : DocumentJson.Write(attempt.Request),
        Response = attempt.Result.Response is null ? null : DocumentJson.Write(attempt.Result.Response),
    };

    private void Apply(WebhookDelivery row, FinishedAttempt attempt)
    {
        var now = time.GetUtcNow();
        var result = attempt.Result;
        row.Attempts++;
        row.LastOutcome = result.Outcome;
        var wait = Outcomes.IsFinal(result.Outcome) ? null : RetrySchedule.Wait(row.Attempts, options.Value.RetryScale, _jitter.NextDouble(), result.RetryAfter);
        if (result.Taken) row.State = DeliveryState.Delivered;
        else if (wait is null) row.State = DeliveryState.Failed;
        else row.DueAt = now + wait.Value;
        if (row.State != DeliveryState.Pending) row.FinishedAt = now;
    }

    /// <summary>The receiver said that it is gone for good: people are told.</summary>
    private void Alert(OpbxDbContext db, WebhookDelivery row)
    {
        var name = catalogue.Find(row.IntegrationId)?.Definition.Name ?? "";
        outbox.Add(db, new OccurredEvent
        {
            OrganizationId = row.OrganizationId,
            PbxId = row.Event!.PbxId,
            Trigger = Trigger.SystemAlert,
            SourceKey = $"integration-gone:{row.Id}:{row.Attempts}",
            At = time.GetUtcNow(),
            Values = new Dictionary<string, string> { ["name"] = $"The integration {name} was switched off: its receiver answered 410 Gone." },
        });
    }

    private async Task EndAsync(Guid integration, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        await using (var db = database.OpenUnrestricted())
        {
            await db.WebhookDeliveries.Where(d => d.IntegrationId == integration && d.State == DeliveryState.Pending)
                .ExecuteUpdateAsync(s => s.SetProperty(d => d.State, DeliveryState.Cancelled).SetProperty(d => d.FinishedAt, now), cancel);
        }
        await catalogue.DeactivateAsync(integration, "The receiver answered 410 Gone.", cancel);
    }
}
