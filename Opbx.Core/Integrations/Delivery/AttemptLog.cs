using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Opbx.Core.Document;
using Opbx.Core.Persistence;

namespace Opbx.Core.Integrations.Delivery;

/// <summary>Stores the outcome of attempts and decides what comes next: done, another try, or giving up.</summary>
internal sealed class AttemptLog(Database database, ReceiverHealth receivers, IOptions<IntegrationOptions> options, TimeProvider time)
{
    private readonly Random _jitter = new();

    /// <summary>Stores finished attempts in one transaction. Deliveries whose lease was lost are left to the new owner.</summary>
    public async Task SaveAsync(IReadOnlyCollection<FinishedAttempt> finished, CancellationToken cancel)
    {
        if (finished.Count == 0) return;
        IReadOnlyDictionary<Guid, string> endings;
        await using (var db = database.OpenUnrestricted())
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            var ids = finished.Select(f => f.Delivery.Id).ToList();
            var open = await db.WebhookDeliveries.Where(d => ids.Contains(d.Id) && d.State == DeliveryState.Pending)
                .Select(d => new { d.Id, d.Attempts }).ToDictionaryAsync(d => d.Id, d => d.Attempts, cancel);
            var ours = finished.Where(f => open.TryGetValue(f.Delivery.Id, out var attempts) && attempts == f.Delivery.Attempts).ToList();
            var made = ours.Where(f => f.Result.Outcome != Outcome.Cancelled && f.Counts).ToList();
            await DeliveredAsync(db, [.. made.Where(f => f.Result.Outcome == Outcome.Ok).Select(f => f.Delivery.Id)], cancel);
            await OthersAsync(db, [.. ours.Where(f => f.Result.Outcome != Outcome.Ok || !f.Counts)], cancel);
            db.DeliveryAttempts.AddRange(made.Select(Row));
            endings = await receivers.RecordAsync(db, made, cancel);
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
        }
        foreach (var (id, reason) in endings) await receivers.EndAsync(id, reason, cancel);
    }

    internal static DeliveryAttempt Row(FinishedAttempt attempt) => new() {
        OrganizationId = attempt.Delivery.OrganizationId,
        DeliveryId = attempt.Delivery.Id,
        Number = attempt.Delivery.Attempts + 1,
        At = attempt.At,
        Status = attempt.Result.Status,
        Outcome = attempt.Result.Outcome,
        Milliseconds = attempt.Result.Milliseconds,
        Timing = attempt.Result.Timing,
        Request = attempt.Request is null ? null : DocumentJson.Write(attempt.Request),
        Response = attempt.Result.Response is null ? null : DocumentJson.Write(attempt.Result.Response),
    };

    /// <summary>Successful deliveries, which are nearly all, in one statement.</summary>
    private async Task DeliveredAsync(OpbxDbContext db, IReadOnlyList<string> ids, CancellationToken cancel)
    {
        if (ids.Count == 0) return;
        var now = time.GetUtcNow();
        await db.WebhookDeliveries.Where(d => ids.Contains(d.Id)).ExecuteUpdateAsync(set => set
            .SetProperty(d => d.State, DeliveryState.Delivered).SetProperty(d => d.Attempts, d => d.Attempts + 1)
            .SetProperty(d => d.LastOutcome, Outcome.Ok)
            .SetProperty(d => d.FinishedAt, now).SetProperty(d => d.LeaseOwner, (string?)null)
            .SetProperty(d => d.LeaseUntil, (DateTimeOffset?)null), cancel);
    }

    private async Task OthersAsync(OpbxDbContext db, IReadOnlyList<FinishedAttempt> attempts, CancellationToken cancel)
    {
        if (attempts.Count == 0) return;
        var ids = attempts.Select(a => a.Delivery.Id).ToList();
        var rows = await db.WebhookDeliveries.Where(d => ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id, cancel);
        foreach (var attempt in attempts)
        {
            var row = rows[attempt.Delivery.Id];
            (row.LeaseOwner, row.LeaseUntil) = (null, null);
            if (attempt.Result.Outcome != Outcome.Cancelled && attempt.Counts) Apply(row, attempt);
        }
    }

    private void Apply(WebhookDelivery row, FinishedAttempt attempt)
    {
        var now = time.GetUtcNow();
        var result = attempt.Result;
        row.Attempts++;
        row.LastOutcome = result.Outcome;
        var wait = Outcomes.IsFinal(result.Outcome) || result.Control != ReceiverControl.None ? null
            : RetrySchedule.Wait(row.Attempts, options.Value.RetryScale, _jitter.NextDouble(), result.RetryAfter);
        if (result.Taken) row.State = DeliveryState.Delivered;
        else if (wait is null) row.State = DeliveryState.Failed;
        else row.DueAt = now + wait.Value;
        if (row.State != DeliveryState.Pending) row.FinishedAt = now;
    }
}
