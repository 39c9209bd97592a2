using Microsoft.EntityFrameworkCore;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;

namespace Opbx.Core.Users;

/// <summary>Checks in the store whether an extension is still someone's own, for changes where a session may be outdated.</summary>
public sealed class OwnLinks(Database database)
{
    /// <summary>Whether this is the actor's own extension and the person may still sign in.</summary>
    public async Task<bool> HoldAsync(Actor actor, Guid pbxId, string number, CancellationToken cancel)
    {
        if (!actor.Owns(pbxId, number)) return false;
        await using var db = database.OpenFor(actor.OrganizationId);
        return await db.Users.AnyAsync(u => u.Id == actor.UserId && u.Active && u.PbxId == pbxId && u.Extension == number, cancel);
    }
}
