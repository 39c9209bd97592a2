using Microsoft.EntityFrameworkCore;
using Opbx.Core.Pbxs;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;

namespace Opbx.Core.Cloudonix;

/// <summary>Ends pairings: at Cloudonix as far as reachable, here in any case. Subscribers stay, so phones stay registered.</summary>
public sealed class PairingEnd(Database database, CloudonixClients clients, WantedDomains wanted, TimeProvider time)
{
    /// <summary>The steps say what could not be undone at Cloudonix. No effect on an unpaired PBX.</summary>
    public async Task<Result<PairingReport>> UnpairAsync(Actor actor, Guid pbxId, CancellationToken cancel)
    {
        if (!actor.May(Permission.ManagePairing)) return Failure.Forbidden();
        await using var db = database.OpenFor(actor.OrganizationId);
        if (await db.Pbxs.AsNoTracking().FirstOrDefaultAsync(p => p.Id == pbxId, cancel) is not { } pbx)
            return Failure.NotFound("This PBX");
        if (await db.Pairings.AsNoTracking().FirstOrDefaultAsync(p => p.PbxId == pbxId, cancel) is not { } pairing)
            return new PairingReport([]);
        var steps = await new DomainCleanUp(clients.For(pairing), pairing, wanted.For(pbx), time).RunAsync(cancel);
        await db.Subscribers.Where(s => s.PbxId == pbxId).ExecuteDeleteAsync(cancel);
        await db.Pairings.Where(p => p.PbxId == pbxId).ExecuteDeleteAsync(cancel);
        return new PairingReport([.. steps, new PairingStep("Portal", "unpaired")]);
    }
}
