using Microsoft.EntityFrameworkCore;
using Opbx.Core.Document;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;

namespace Opbx.Core.Integrations.Delivery;

public sealed class DeliveryDirectory(Database database, IntegrationLookup integrations)
{
    /// <summary>Newest first; <paramref name="pbxId"/> is null for account-level integrations.</summary>
    public async Task<Result<DeliverySlice>> ListAsync(Actor actor, Guid? pbxId, string name, DeliveryQuery query, CancellationToken cancel)
    {
        if (!actor.May(Permission.ViewIntegrations)) return Failure.Forbidden();
        if (integrations.Find(actor, pbxId, name) is not { } integration) return Failure.NotFound($"The integration \"{name}\"");
        await using var db = database.OpenFor(actor.OrganizationId);
        var rows = await Matching(db.WebhookDeliveries.Where(d => d.IntegrationId == integration.Id), query).AsNoTracking()
            .Include(d => d.Event)
            .OrderByDescending(d => d.Id).Take(query.Limit + 1).ToListAsync(cancel);
        var items = await ViewsAsync(db, [.. rows.Take(query.Limit)], cancel);
        return new DeliverySlice(items, rows.Count > query.Limit ? items[^1].Id : null);
    }

    /// <summary>A page by offset, newest first, with the total number of matches.</summary>
    public async Task<Result<Page<DeliveryView>>> PartAsync(Actor actor, Guid? pbxId, string name, DeliveryQuery query, int skip,
        CancellationToken cancel)
    {
        if (!actor.May(Permission.ViewIntegrations)) return Failure.Forbidden();
        if (integrations.Find(actor, pbxId, name) is not { } integration) return Failure.NotFound($"The integration \"{name}\"");
        await using var db = database.OpenFor(actor.OrganizationId);
        var matching = Matching(db.WebhookDeliveries.Where(d => d.IntegrationId == integration.Id), query);
        var total = await matching.CountAsync(cancel);
        var rows = await matching.AsNoTracking().Include(d => d.Event).OrderByDescending(d => d.Id).Skip(skip).Take(query.Limit)
            .ToListAsync(cancel);
        return new Page<DeliveryView>(await ViewsAsync(db, rows, cancel), total);
    }

    public async Task<Result<DeliveryView>> GetAsync(Actor actor, Guid? pbxId, string name, string id, CancellationToken cancel)
    {
        if (!actor.May(Permission.ViewIntegrations)) return Failure.Forbidden();
        if (integrations.Find(actor, pbxId, name) is not { } integration) return Failure.NotFound($"The integration \"{name}\"");
        await using var db = database.OpenFor(actor.OrganizationId);
        var row = await db.WebhookDeliveries.AsNoTracking().Include(d => d.Event)
            .FirstOrDefaultAsync(d => d.IntegrationId == integration.Id && d.Id == id, cancel);
        if (row is null) return Failure.NotFound("The delivery");
        return (await ViewsAsync(db, [row], cancel))[0];
    }

    /// <summary>What an attempt sent and received, by its number from 1.</summary>
    public async Task<Result<SentAttempt>> AttemptAsync(Actor actor, Guid? pbxId, string name, string id, int number,
        CancellationToken cancel)
    {
        if (!actor.May(Permission.ViewIntegrations)) return Failure.Forbidden();
        if (integrations.Find(actor, pbxId, name) is not { } integration) return Failure.NotFound($"The integration \"{name}\"");
        await using var db = database.OpenFor(actor.OrganizationId);
        var row = await db.DeliveryAttempts.Where(a => a.DeliveryId == id && a.Number == number && db.Set<WebhookDelivery>()
            .Any(d => d.Id == id && d.IntegrationId == integration.Id))
            .Select(a => new { a.Request, a.Response }).FirstOrDefaultAsync(cancel);
        return row is null ? Failure.NotFound("This attempt") : Sent(row.Request, row.Response);
    }

    internal static IQueryable<WebhookDelivery> Matching(IQueryable<WebhookDelivery> rows, DeliveryQuery query)
    {
        if (query.State is { } state) rows = rows.Where(d => d.State == state);
        if (query.Trigger is { } trigger) rows = rows.Where(d => d.Event!.Trigger == trigger);
        if (query.Outcome is { } outcome) rows = rows.Where(d => d.LastOutcome == outcome);
        if (query.After is { } after) rows = rows.Where(d => d.CreatedAt >= after);
        if (query.Before is { } before) rows = rows.Where(d => d.CreatedAt < before);
        if (query.Search is { Length: > 0 } text)
            rows = rows.Where(d => d.Id.Contains(text) || d.EventId.Contains(text) || d.Event!.CallUuid!.Contains(text));
#pragma warning disable CA1309 // The database compares; ids are lower-case letters and digits, which every collation orders alike.
        if (query.Cursor is { } cursor) rows = rows.Where(d => string.Compare(d.Id, cursor) < 0);
#pragma warning restore CA1309
        return rows;
    }

    private static async Task<List<DeliveryView>> ViewsAsync(OpbxDbContext db, IReadOnlyList<WebhookDelivery> rows,
        CancellationToken cancel)
    {
        var ids = rows.Select(r => r.Id).ToList();
        var attempts = (await db.DeliveryAttempts.Where(a => ids.Contains(a.DeliveryId)).OrderBy(a => a.Number)
            .Select(a => new { a.DeliveryId, View = new AttemptView(a.At, a.Status, a.Outcome, a.Milliseconds, a.Timing) })
            .ToListAsync(cancel)).ToLookup(a => a.DeliveryId, a => a.View);
        var last = (await db.DeliveryAttempts.Join(db.WebhookDeliveries, a => new { Id = a.DeliveryId, a.Number },
            d => new { d.Id, Number = d.Attempts }, (a, d) => a)
            .Where(a => ids.Contains(a.DeliveryId)).Select(a => new { a.DeliveryId, a.Request, a.Response }).ToListAsync(cancel))
            .ToLookup(a => a.DeliveryId);
        return [.. rows.Select(r => View(r, [.. attempts[r.Id]], last[r.Id].Select(l => Sent(l.Request, l.Response)).FirstOrDefault()))];
    }

    private static DeliveryView View(WebhookDelivery row, IReadOnlyList<AttemptView> attempts, SentAttempt? last) => new() {
        Id = row.Id,
        EventId = row.EventId,
        Trigger = row.Event!.Trigger,
        Kind = row.Kind,
        State = row.State,
        CallUuid = row.Event.CallUuid,
        OccurredAt = row.Event.OccurredAt,
        CreatedAt = row.CreatedAt,
        NextAttemptAt = row.State == DeliveryState.Pending ? row.DueAt : null,
        Message = row.LastOutcome is { } outcome ? Outcomes.Sentence(outcome) : null,
        Attempts = attempts,
        Request = last?.Request,
        Response = last?.Response,
    };

    private static SentAttempt Sent(string? request, string? response) => new(
        request is null ? null : JsonSerializer.Deserialize<MaskedRequest>(request, DocumentJson.Options),
        response is null ? null : JsonSerializer.Deserialize<ResponseHead>(response, DocumentJson.Options));
}
