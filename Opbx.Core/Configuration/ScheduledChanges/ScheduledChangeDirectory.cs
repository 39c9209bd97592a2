using Microsoft.EntityFrameworkCore;
using Opbx.Core.Pbxs;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;

namespace Opbx.Core.Configuration.ScheduledChanges;

public sealed class ScheduledChangeDirectory(Database database)
{
    /// <summary>A page of a PBX's changes: upcoming ones by time, then past ones, newest first.</summary>
    /// <param name="over">Only past (true) or upcoming ones (false); null for all.</param>
    /// <param name="query">The search covers titles and names of people.</param>
    public async Task<Result<Page<ScheduledChange>>> ListAsync(Actor actor, Guid pbxId, bool? over, ListQuery query,
        CancellationToken cancel)
    {
        if (!actor.May(Permission.ViewConfiguration)) return Failure.Forbidden();
        await using var db = database.OpenFor(actor.OrganizationId);
        if (!await db.Pbxs.AnyAsync(p => p.Id == pbxId, cancel)) return Failure.NotFound("This PBX");
        var changes = db.ScheduledChanges.AsNoTracking().Where(c => c.PbxId == pbxId);
        if (over == true) changes = changes.Where(c => c.State != ScheduledChangeState.Planned && c.State != ScheduledChangeState.Active);
        if (over == false) changes = changes.Where(c => c.State == ScheduledChangeState.Planned || c.State == ScheduledChangeState.Active);
        if (query.Search is { } search)
        {
            var pattern = LikePattern.Containing(search);
            changes = changes.Where(c => EF.Functions.Like(c.Title, pattern, LikePattern.Escape)
                || EF.Functions.Like(c.MadeBy, pattern, LikePattern.Escape));
        }
        var total = await changes.CountAsync(cancel);
        var page = await changes
            .OrderBy(c => c.State == ScheduledChangeState.Planned || c.State == ScheduledChangeState.Active ? 0 : 1)
            .ThenBy(c => c.State == ScheduledChangeState.Planned || c.State == ScheduledChangeState.Active ? c.StartsAt : default)
            .ThenByDescending(c => c.ChangedAt).ThenBy(c => c.Id)
            .Skip(query.Skip).Take(query.Take).ToListAsync(cancel);
        return new Page<ScheduledChange>(page, total);
    }

    public async Task<Result<ScheduledChange>> GetAsync(Actor actor, Guid pbxId, Guid id, CancellationToken cancel)
    {
        if (!actor.May(Permission.ViewConfiguration)) return Failure.Forbidden();
        await using var db = database.OpenFor(actor.OrganizationId);
        return await db.ScheduledChanges.AsNoTracking().FirstOrDefaultAsync(c => c.PbxId == pbxId && c.Id == id, cancel) is { } change
            ? change : Failure.NotFound("This scheduled change");
    }

    public static IReadOnlyList<PlannedObject> Objects(ScheduledChange change) => Future.Read(change.Plan).Objects;
}
