using Microsoft.EntityFrameworkCore;
using Opbx.Core.Configuration;
using Opbx.Core.Pbxs;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;

namespace Opbx.Core.Cloudonix;

/// <summary>Gives a PBX's endpoints a new key and tells Cloudonix. Both keys open for a while, so that no call meets a closed
/// door.</summary>
public sealed class KeyRotation(Database database, PairingReconciler upkeep, EndpointKeys keys, SecretProtector protector,
    TimeProvider time)
{
    /// <summary>How long the previous key still works.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan OverlapInDoubt = TimeSpan.FromDays(1);
    private readonly KeyedLock _oneAtATime = new();

    /// <summary>If Cloudonix cannot be told, the old key remains the valid one.</summary>
    public async Task<Result<PairingReport>> RotateKeyAsync(Actor actor, Guid pbxId, CancellationToken cancel)
    {
        if (!actor.May(Permission.ManagePairing)) return Failure.Forbidden();
        using var turn = await _oneAtATime.EnterAsync(pbxId.ToString(), cancel);
        await using var db = database.OpenFor(actor.OrganizationId);
        if (await db.Pbxs.AsNoTracking().FirstOrDefaultAsync(p => p.Id == pbxId, cancel) is not { } pbx)
            return Failure.NotFound("This PBX");
        var old = pbx.ProtectedEndpointKey;
        var fresh = protector.Protect(EndpointKeys.Purpose(pbxId), PbxEditor.NewToken(32));
        await StoreAsync(pbx, fresh, old, Overlap, cancel);
        var told = await upkeep.RefreshAsync(pbxId, cancel);

        // A lost response may have meant success: both keys work, and the upkeep repeats with the old one.
        if (!told.Ok) await StoreAsync(pbx, old, fresh, OverlapInDoubt, CancellationToken.None);
        return told;
    }

    private async Task StoreAsync(Pbx pbx, string current, string previous, TimeSpan overlap, CancellationToken cancel)
    {
        (pbx.ProtectedEndpointKey, pbx.ProtectedPreviousEndpointKey, pbx.PreviousEndpointKeyUntil) =
            (current, previous, time.GetUtcNow() + overlap);
        await using var db = database.OpenFor(pbx.OrganizationId);

        // Only these columns: an administrator may be saving others of this row at the same moment.
        await db.Pbxs.Where(p => p.Id == pbx.Id).ExecuteUpdateAsync(
            set => set
                .SetProperty(p => p.ProtectedEndpointKey, pbx.ProtectedEndpointKey)
                .SetProperty(p => p.ProtectedPreviousEndpointKey, pbx.ProtectedPreviousEndpointKey)
                .SetProperty(p => p.PreviousEndpointKeyUntil, pbx.PreviousEndpointKeyUntil),
            cancel);
        keys.Load(pbx);
    }
}
