using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;

namespace Opbx.Core.Persistence.Tenancy;

/// <summary>Which organizations are out of service, in memory: calls, sessions and deliveries ask it without a look into the
/// store.</summary>
public sealed class SuspendedOrganizations(Database database)
{
    private volatile FrozenSet<Guid> _ids = [];

    /// <summary>Whether the organization is suspended, or waits for its removal.</summary>
    public bool Contains(Guid organizationId) => _ids.Contains(organizationId);

    /// <summary>Reads them; at start and after every change.</summary>
    public async Task LoadAsync(CancellationToken cancel)
    {
        await using var db = database.OpenUnrestricted();
        _ids = (await db.Organizations.Where(o => !o.Active).Select(o => o.Id).ToListAsync(cancel)).ToFrozenSet();
    }
}

/// <summary>Jobs leave organizations alone that are out of service.</summary>
internal static class ServedRows
{
    /// <summary>Leaves out rows of organizations that are not in service: they wait until theirs is again.</summary>
    public static IQueryable<T> OfActiveOrganizations<T>(this IQueryable<T> rows, OpbxDbContext db)
        where T : class, ITenantOwned => rows.Where(r => !db.Set<Organization>().Any(o => o.Id == r.OrganizationId && !o.Active));
}
