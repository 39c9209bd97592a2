using Microsoft.EntityFrameworkCore;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;

namespace Opbx.Core.Audit;

public sealed class HistoryDirectory(Database database)
{
    public const int MostOfSave = 200;

    /// <summary>Newest first; only those older than <paramref name="before"/>, if not null.</summary>
    public async Task<Result<IReadOnlyList<HistoryEntry>>> ListAsync(Actor actor, HistoryCursor? before, int take, CancellationToken cancel)
    {
        if (!actor.May(Permission.ViewHistory)) return Failure.Forbidden();
        await using var db = database.OpenFor(actor.OrganizationId);
        var entries = db.History.AsNoTracking();
        if (before is { } place) entries = entries.Where(h => h.At < place.At || h.At == place.At && h.Id.CompareTo(place.Id) < 0);
        return await entries.OrderByDescending(h => h.At).ThenByDescending(h => h.Id).Take(take).ToListAsync(cancel);
    }

    /// <summary>History of a PBX and of the organization as a whole, newest first.</summary>
    /// <param name="kind">Only changes of this kind of object.</param>
    /// <param name="key">Only changes of the object while it had this key, starting with the renaming, which contains the former
    /// key.</param>
    /// <param name="query">Page and search; keys and names of people are searched.</param>
    public async Task<Result<Page<HistoryEntry>>> PartAsync(Actor actor, Guid? pbxId, string? kind, string? key, ListQuery query,
        CancellationToken cancel)
    {
        if (!actor.May(Permission.ViewHistory)) return Failure.Forbidden();
        await using var db = database.OpenFor(actor.OrganizationId);
        var entries = db.History.AsNoTracking().Where(h => h.PbxId == null || h.PbxId == pbxId);
        if (kind is not null) entries = entries.Where(h => h.Kind == kind);
        if (key is not null) entries = entries.Where(h => h.Key == key);
        if (query.Search is { } search) entries = Matching(entries, search);
        var total = await entries.CountAsync(cancel);
        return new Page<HistoryEntry>(await entries.OrderByDescending(h => h.At).ThenByDescending(h => h.Id).Skip(query.Skip)
            .Take(query.Take).ToListAsync(cancel), total);
    }

    private static IQueryable<HistoryEntry> Matching(IQueryable<HistoryEntry> entries, string search)
    {
        var pattern = LikePattern.Containing(search);
        return entries.Where(h => EF.Functions.Like(h.Key, pattern, LikePattern.Escape)
            || EF.Functions.Like(h.Actor, pattern, LikePattern.Escape));
    }

    /// <summary>All entries of the save that an entry belongs to, this one first.</summary>
    public async Task<Result<IReadOnlyList<HistoryEntry>>> SaveAsync(Actor actor, Guid id, CancellationToken cancel)
    {
        if (!actor.May(Permission.ViewHistory)) return Failure.Forbidden();
        await using var db = database.OpenFor(actor.OrganizationId);
        var change = await db.History.Where(h => h.Id == id).Select(h => (Guid?)h.ChangeId).FirstOrDefaultAsync(cancel);
        if (change is null) return Failure.NotFound("This change");
        var entries = await db.History.AsNoTracking().Where(h => h.ChangeId == change).OrderBy(h => h.Id).Take(MostOfSave)
            .ToListAsync(cancel);
        return entries.OrderByDescending(h => h.Id == id).ToList();
    }
}
