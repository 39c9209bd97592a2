using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;

namespace Opbx.Core.Persistence.Tenancy;

/// <summary>In memory, so that calls, sessions and deliveries can check without a query.</summary>
public sealed class SuspendedOrganizations(Database database)
{
    private volatile FrozenSet<Guid> _ids = [];

    /// <summary>Whether the organization is suspended or awaits removal.</summary>
    public bool Contains(Guid organizationId) => _ids.Contains(organizationId);

    /// <summary>At start-up and after every change.</summary>
    public async Task LoadAsync(CancellationToken cancel)
    {
        await using var db = database.OpenUnrestricted();
        _ids = (await db.Organizations.Where(o => !o.Active).Select(o => o.Id).ToListAsync(cancel)).ToFrozenSet();
    }
}

/// <summary>Jobs skip suspended organizations.</summary>
internal static class ServedRows
{
    /// <summary>Leaves out rows of suspended organizations: they wait until theirs is active again.</summary>
    public static IQueryable<T> OfActiveOrganizations<T>(this IQueryable<T> rows, OpbxDbContext db)
        where T : class, ITenantOwned => rows.Where(r => !db.Set<Organization>().Any(o => o.Id == r.OrganizationId && !o.Active));
}
