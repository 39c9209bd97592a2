using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Opbx.Core.Configuration;
using Opbx.Core.Persistence;
using Opbx.Core.Shared;

namespace Opbx.Core.Integrations.Delivery;

/// <summary>Stores how attempts went and decides what comes next: done, another try, or giving up.</summary>
internal sealed class AttemptLog(Database database, ReceiverWatch receivers, IOptions<IntegrationOptions> options, TimeProvider time)
{
    private readonly Random _jitter = new();

    /// <summary>Stores finished attempts in one transaction. A delivery whose lease was lost meanwhile is left to its new owner.</summary>
    public async Task SaveAsync(IReadOnlyCollection<FinishedAttempt> finished, CancellationToken cancel)
    {
        if (finished.Count == 0) return;
        IReadOnlyDictionary<Guid, string> endings;
        await using (var db = database.OpenUnrestricted())
        {
            var ids = finished.Select(f => f.Delivery.Id).ToList();
            var rows = await db.WebhookDeliveries.Include(d => d.Event).Where(d => ids.Contains(d.Id) && d.State == DeliveryState.Pending).ToDictionaryAsync(d => d.Id, cancel);
            var made = new List<(WebhookDelivery Delivery, FinishedAttempt Attempt)>();
            foreach (var attempt in finished)
            {
                if (!rows.TryGetValue(attempt.Delivery.Id, out var row) || row.Attempts != attempt.Delivery.Attempts) continue;
                (row.LeaseOwner, row.LeaseUntil) = (null, null);
                if (attempt.Result.Outcome == Outcome.Cancelled || !attempt.Counts) continue;
                Apply(row, attempt);
                db.DeliveryAttempts.Add(Row(row, attempt));
                made.Add((row, attempt));
            }
            endings = await receivers.NoteAsync(db, made, cancel);
            await db.SaveChangesAsync(cancel);
        }
        foreach (var (id, reason) in endings) await receivers.EndAsync(id, reason, cancel);
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
        var wait = Outcomes.IsFinal(result.Outcome) || result.Control != ReceiverControl.None ? null : RetrySchedule.Wait(row.Attempts, options.Value.RetryScale, _jitter.NextDouble(), result.RetryAfter);
        if (result.Taken) row.State = DeliveryState.Delivered;
        else if (wait is null) row.State = DeliveryState.Failed;
        else row.DueAt = now + wait.Value;
        if (row.State != DeliveryState.Pending) row.FinishedAt = now;
    }
}
