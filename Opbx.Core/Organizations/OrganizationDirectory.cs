using Microsoft.EntityFrameworkCore;
using Opbx.Core.Pbxs;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;
using Opbx.Core.Persistence.Tenancy;
using Opbx.Core.Users;

namespace Opbx.Core.Organizations;

/// <summary>The organizations of the installation, for platform admins.</summary>
public sealed class OrganizationDirectory(Database database)
{
    /// <summary>Ordered by name; the search text is a part of the name.</summary>
    public async Task<Result<Page<OrganizationItem>>> ListAsync(Actor actor, ListQuery query, CancellationToken cancel)
    {
        if (!actor.May(Permission.ManageOrganizations)) return Failure.Forbidden();
        await using var db = database.OpenUnrestricted();
        var found = db.Organizations.AsNoTracking();
        if (!string.IsNullOrWhiteSpace(query.Search))
        {
            var part = Organization.Normal(query.Search);
            found = found.Where(o => o.NormalizedName.Contains(part));
        }

        var items = await ItemsAsync(db, found.OrderBy(o => o.NormalizedName).Skip(query.Skip).Take(query.Take), cancel);
        return new Page<OrganizationItem>(items, await found.CountAsync(cancel));
    }

    public async Task<Result<OrganizationItem>> GetAsync(Actor actor, Guid id, CancellationToken cancel)
    {
        if (!actor.May(Permission.ManageOrganizations)) return Failure.Forbidden();
        await using var db = database.OpenUnrestricted();
        return await ItemsAsync(db, db.Organizations.AsNoTracking().Where(o => o.Id == id), cancel) is [var item] ? item : NotFound();
    }

    internal static Failure NotFound() => Failure.NotFound("This organization");

    private static async Task<IReadOnlyList<OrganizationItem>> ItemsAsync(OpbxDbContext db, IQueryable<Organization> organizations,
        CancellationToken cancel)
    {
        var rows = await organizations.Select(o => new {
            Organization = o,
            Users = db.Set<User>().Count(u => u.OrganizationId == o.Id),
            Pbxs = db.Set<Pbx>().Count(p => p.OrganizationId == o.Id),
            RunsPlatform = db.Set<User>().Any(u => u.OrganizationId == o.Id && u.IsPlatformAdmin),
        }).ToListAsync(cancel);
        return [.. rows.Select(
            r => new OrganizationItem(r.Organization.Id, r.Organization.Name, r.Organization.TimeZone,
                OrganizationItem.StateOf(r.Organization), r.Organization.CreatedAt, r.Organization.DeleteAfter, r.Users, r.Pbxs,
                r.RunsPlatform))];
    }
}
