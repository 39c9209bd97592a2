using Microsoft.EntityFrameworkCore;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;

namespace Opbx.Core.Integrations.Delivery;

/// <summary>Deliveries of integrations in the last 24 hours, hour by hour.</summary>
public sealed class DeliveryHealth(Database database, ILaneStates lanes, TimeProvider time)
{
    public const int Hours = 24;
    private const int MeasuredAttempts = 1_000;
    private const long HourMilliseconds = 3_600_000;

    /// <summary>Oldest first; always 24 hours for each integration.</summary>
    public async Task<Result<IReadOnlyDictionary<Guid, IReadOnlyList<HealthHour>>>> HoursOfAsync(Actor actor,
        IReadOnlyList<Guid> integrations, CancellationToken cancel)
    {
        if (!actor.May(Permission.ViewIntegrations)) return Failure.Forbidden();
        var first = FirstHour();
        await using var db = database.OpenFor(actor.OrganizationId);
        // Instants are stored as milliseconds, so the database can group by hour.
        var counts = (await db.WebhookDeliveries.AsNoTracking().Where(d => integrations.Contains(d.IntegrationId) && d.CreatedAt >= first)
            .GroupBy(d => new { d.IntegrationId, d.State, Hour = (long)(object)d.CreatedAt / HourMilliseconds })
            .Select(g => new { g.Key.IntegrationId, g.Key.State, g.Key.Hour, Count = g.Count() }).ToListAsync(cancel))
            .ToLookup(c => (c.IntegrationId, c.Hour));
        return integrations.ToDictionary(id => id, id => (IReadOnlyList<HealthHour>)[.. Enumerable.Range(0, Hours).Select(i =>
        {
            var start = first.AddHours(i);
            var hour = counts[(id, start.ToUnixTimeMilliseconds() / HourMilliseconds)].ToList();
            int Count(DeliveryState state) => hour.Where(h => h.State == state).Sum(h => h.Count);
            return new HealthHour(start, Count(DeliveryState.Delivered), Count(DeliveryState.Failed), Count(DeliveryState.Pending));
        })]);
    }

    public async Task<Result<HealthSummary>> SummaryAsync(Actor actor, Guid integration, CancellationToken cancel)
    {
        if (!actor.May(Permission.ViewIntegrations)) return Failure.Forbidden();
        var first = FirstHour();
        await using var db = database.OpenFor(actor.OrganizationId);
        var rows = db.WebhookDeliveries.AsNoTracking().Where(d => d.IntegrationId == integration);
        var pending = rows.Where(d => d.State == DeliveryState.Pending);
        var waiting = await pending.CountAsync(cancel);
        DateTimeOffset? oldest = waiting == 0 ? null : await pending.MinAsync(d => (DateTimeOffset?)d.CreatedAt, cancel);
        var lengths = await db.DeliveryAttempts.AsNoTracking()
            .Where(a => a.At >= first && a.Milliseconds != null && rows.Any(d => d.Id == a.DeliveryId))
            .OrderByDescending(a => a.Id).Take(MeasuredAttempts).Select(a => a.Milliseconds!.Value).ToListAsync(cancel);
        lengths.Sort();
        int? Quantile(double share) => lengths.Count == 0 ? null : lengths[Math.Min(lengths.Count - 1, (int)(lengths.Count * share))];
        return new HealthSummary(waiting, oldest, Quantile(0.5), Quantile(0.95)) {
            CutOff = lanes.CutOff,
            LeftAloneUntil = lanes.PausedUntil(integration) is { } until && until > time.GetUtcNow() ? until : null,
        };
    }

    /// <summary>Start of the hour 23 hours ago.</summary>
    private DateTimeOffset FirstHour()
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        return DateTimeOffset.FromUnixTimeMilliseconds(now / HourMilliseconds * HourMilliseconds).AddHours(1 - Hours);
    }
}
