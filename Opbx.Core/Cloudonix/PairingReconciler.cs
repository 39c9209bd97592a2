using Microsoft.EntityFrameworkCore;
using Opbx.Core.Pbxs;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;

namespace Opbx.Core.Cloudonix;

/// <summary>Restores the set-up of a paired PBX's domain after changes of keys, settings or the public address.</summary>
public sealed class PairingReconciler(Database database, CloudonixClients clients, WantedDomains wanted)
{
    /// <summary>Like <see cref="RefreshAsync"/>, on behalf of a person.</summary>
    public async Task<Result<PairingReport>> RepairAsync(Actor actor, Guid pbxId, CancellationToken cancel)
    {
        if (!actor.May(Permission.ManagePairing)) return Failure.Forbidden();
        await using var db = database.OpenFor(actor.OrganizationId);
        return await db.Pbxs.AnyAsync(p => p.Id == pbxId, cancel) ? await RefreshAsync(pbxId, cancel) : Failure.NotFound("This PBX");
    }

    /// <summary>Writes what differs and stores the failure, if any. An unpaired PBX has no steps.</summary>
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
