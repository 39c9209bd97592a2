using Microsoft.EntityFrameworkCore;
using Opbx.Core.Access;
using Opbx.Core.Persistence;
using Opbx.Core.Shared;

namespace Opbx.Core.History;

/// <summary>Reads who changed what.</summary>
public sealed class HistoryDirectory(Database database)
{
    /// <summary>Entries of the organization, newest first; those before <paramref name="before"/> in this order when given.</summary>
    public async Task<Result<IReadOnlyList<HistoryEntry>>> ListAsync(Actor actor, HistoryPlace? before, int take, CancellationToken cancel)
    {
        if (!actor.May(Permission.ViewHistory)) return Failure.Forbidden();
        await using var db = database.OpenFor(actor.OrganizationId);
        var entries = db.History.AsNoTracking();
        if (before is { } place) entries = entries.Where(h => h.At < place.At || h.At == place.At && h.Id.CompareTo(place.Id) < 0);
        return await entries.OrderByDescending(h => h.At).ThenByDescending(h => h.Id).Take(take).ToListAsync(cancel);
    }
}

/// <summary>A place in the history.</summary>
/// <param name="At">Time of the entry there.</param>
/// <param name="Id">Its identity.</param>
public sealed record HistoryPlace(DateTimeOffset At, Guid Id);
