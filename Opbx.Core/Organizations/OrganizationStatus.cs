using Microsoft.EntityFrameworkCore;
using Opbx.Core.Organizations.Acting;
using Opbx.Core.Persistence;
using Opbx.Core.Persistence.Tenancy;
using Opbx.Core.Users;

namespace Opbx.Core.Organizations;

/// <summary>Opens and closes everything of an organization at once: calls, keys, sessions, and people acting for it.</summary>
public sealed class OrganizationStatus(Database database, SuspendedOrganizations suspended, ApiKeyIndex keys, SessionEnds sessions,
    ActingEditor acting)
{
    /// <summary>Applies the stored state; done when this returns.</summary>
    public async Task ChangedAsync(Guid organizationId, OrganizationState state, CancellationToken cancel)
    {
        await suspended.LoadAsync(cancel);
        await keys.LoadAsync(cancel);
        if (state == OrganizationState.Active) return;
        if (state == OrganizationState.Deleting) await acting.EndAllOfAsync(organizationId, "The organization was deleted", cancel);
        await using var db = database.OpenFor(organizationId);
        foreach (var person in await db.Users.Select(u => u.Id).ToListAsync(cancel)) await sessions.NotifyAsync(person, stamp: null);
    }
}
