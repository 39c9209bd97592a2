using Microsoft.EntityFrameworkCore;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;

namespace Opbx.Core.Notices;

/// <summary>Notices of the portal: raised where a problem is detected, read and dismissed by people who run the PBX.</summary>
public sealed class NoticeStore(Database database, TimeProvider time)
{
    public const int Most = 3;

    private static readonly TimeSpan Fresh = TimeSpan.FromDays(30);

    /// <summary>Adds a notice to the context, to be saved with the fact it reports; once per key.</summary>
    /// <param name="link">The path of the page where something can be done about it.</param>
    public void Raise(OpbxDbContext db, Guid organizationId, string key, string text, string link)
    {
        if (db.Notices.Local.Any(n => n.Key == key) || db.Notices.IgnoreQueryFilters([OpbxDbContext.TenantFilter])
            .Any(n => n.OrganizationId == organizationId && n.Key == key)) return;
        var now = time.GetUtcNow();
        db.Notices.Add(
            new Notice {
                Id = Guid.CreateVersion7(now), OrganizationId = organizationId, Key = key, Text = text, Link = link,
                RaisedAt = now, NextMailAt = now
            });
    }

    /// <summary>The newest ones not dismissed; none for people who do not run the PBX.</summary>
    public async Task<IReadOnlyList<Notice>> OpenAsync(Actor actor, CancellationToken cancel)
    {
        if (!actor.May(Permission.EditConfiguration)) return [];
        var since = time.GetUtcNow() - Fresh;
        await using var db = database.OpenFor(actor.OrganizationId);
        return await db.Notices.AsNoTracking().Where(n => n.DismissedAt == null && n.RaisedAt > since).OrderByDescending(n => n.RaisedAt)
            .Take(Most).ToListAsync(cancel);
    }

    /// <summary>Dismisses a notice for everyone in the organization.</summary>
    public async Task<Failure?> DismissAsync(Actor actor, Guid id, CancellationToken cancel)
    {
        if (!actor.May(Permission.EditConfiguration)) return Failure.Forbidden();
        var now = time.GetUtcNow();
        await using var db = database.OpenFor(actor.OrganizationId);
        await db.Notices.Where(n => n.Id == id && n.DismissedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(n => n.DismissedAt, now), cancel);
        return null;
    }
}
