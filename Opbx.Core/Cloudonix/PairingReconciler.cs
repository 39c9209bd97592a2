using Microsoft.EntityFrameworkCore;
using Opbx.Core.Pbxs;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;

namespace Opbx.Core.Cloudonix;

/// <summary>Brings the domain of a paired PBX back to what it should be: after a rotation of keys, a change of settings, another public
/// address.</summary>
public sealed class PairingReconciler(Database database, CloudonixClients clients, WantedDomains wanted)
{
    /// <summary>The same for a person who saw a difference.</summary>
    public async Task<Result<PairingReport>> RepairAsync(Actor actor, Guid pbxId, CancellationToken cancel)
    {
        if (!actor.May(Permission.ManagePairing)) return Failure.Forbidden();
        await using var db = database.OpenFor(actor.OrganizationId);
        return await db.Pbxs.AnyAsync(p => p.Id == pbxId, cancel) ? await RefreshAsync(pbxId, cancel) : Failure.NotFound("This PBX");
    }

    /// <summary>Compares and writes what differs; remembers the failure when there is one. An unpaired PBX has no steps.</summary>
    public async Task<Result<PairingReport>> RefreshAsync(Guid pbxId, CancellationToken cancel)
    {
        await using var db = database.OpenUnrestricted();
        var pbx = await db.Pbxs.AsNoTracking().FirstOrDefaultAsync(p => p.Id == pbxId, cancel);
        var pairing = await db.Pairings.FirstOrDefaultAsync(p => p.PbxId == pbxId, cancel);
        if (pbx is null || pairing is null) return new PairingReport([]);
        var target = wanted.For(pbx);
        var setup = new DomainSetup(clients.For(pairing), target);
        var failure = await RunAsync(setup, pairing, target, cancel);
        pairing.State = failure is null ? PairingState.Paired : PairingState.NeedsRepair;
        pairing.LastError = failure?.Message;
        await db.SaveChangesAsync(cancel);
        return failure is null ? setup.Report : failure;
    }

    private static async Task<Failure?> RunAsync(DomainSetup setup, Pairing pairing, WantedDomain target, CancellationToken cancel)
    {
        var domain = await setup.CheckAsync(pairing.Domain, cancel);
        if (!domain.Ok) return domain.Failure;
        var application = await setup.ApplyAsync(pairing.Domain, domain.Value, cancel);
        if (!application.Ok) return application.Failure;
        (pairing.ApplicationId, pairing.ApplicationName, pairing.ApplicationUrl) =
            (application.Value.Id, target.ApplicationName, target.VoiceUrl);
        return null;
    }
}
