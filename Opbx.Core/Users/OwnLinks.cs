using Microsoft.EntityFrameworkCore;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;

namespace Opbx.Core.Users;

/// <summary>Looks up whether an extension is still somebody's own; for what is changed, where a session that is about to end must not be
/// believed.</summary>
public sealed class OwnLinks(Database database)
{
    /// <summary>Whether this extension of this PBX is the actor's own, and the person may still sign in.</summary>
    public async Task<bool> HoldAsync(Actor actor, Guid pbxId, string number, CancellationToken cancel)
    {
        if (!actor.Owns(pbxId, number)) return false;
        await using var db = database.OpenFor(actor.OrganizationId);
        return await db.Users.AnyAsync(u => u.Id == actor.UserId && u.Active && u.PbxId == pbxId && u.Extension == number, cancel);
    }
}
