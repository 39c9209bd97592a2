using Microsoft.EntityFrameworkCore;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;

namespace Opbx.Core.Notices;

/// <summary>What the portal has to tell: raised by whatever notices it, read and dismissed by those who run the phone system.</summary>
public sealed class NoticeStore(Database database, TimeProvider time)
{
    public const int Most = 3;

    private static readonly TimeSpan Fresh = TimeSpan.FromDays(30);

    /// <summary>Adds a notice to the context, to be stored with the fact it tells; each key once.</summary>
    /// <param name="link">The path of the page where something can be done.</param>
    public void Raise(OpbxDbContext db, Guid organizationId, string key, string text, string link)
    {
        if (db.Notices.Local.Any(n => n.Key == key) || db.Notices.IgnoreQueryFilters([OpbxDbContext.TenantFilter])
            .Any(n => n.OrganizationId == organizationId && n.Key == key)) return;
        var now = time.GetUtcNow();
        db.Notices.Add(
            new Notice { Id = Guid.CreateVersion7(now), OrganizationId = organizationId, Key = key, Text = text, Link = link,
                RaisedAt = now, NextMailAt = now });
    }

    /// <summary>The newest that nobody dismissed; none for those who do not run the phone system.</summary>
    public async Task<IReadOnlyList<Notice>> OpenAsync(Actor actor, CancellationToken cancel)
    {
        if (!actor.May(Permission.EditConfiguration)) return [];
        var since = time.GetUtcNow() - Fresh;
        await using var db = database.OpenFor(actor.OrganizationId);
        return await db.Notices.AsNoTracking().Where(n => n.DismissedAt == null && n.RaisedAt > since).OrderByDescending(n => n.RaisedAt)
            .Take(Most).ToListAsync(cancel);
    }

    /// <summary>Takes a notice away for everybody of the organization.</summary>
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
