using Microsoft.Extensions.Logging;

namespace Opbx.Core.Cloudonix.Sync;

/// <summary>One unattended round for one PBX: the set-up of its domain when that is in doubt, then its subscribers.</summary>
public sealed class SyncRound(SyncInspector inspector, PairingUpkeep upkeep, SubscriberSync sync, ILogger<SyncRound> log)
{
    /// <summary>Runs; failures are remembered and repeated later.</summary>
    /// <param name="pbxId">The PBX; nothing happens while it is not paired.</param>
    /// <param name="withDomain">Whether the set-up of the domain is compared in any case.</param>
    /// <param name="cancel">Stops.</param>
    public async Task RunAsync(Guid pbxId, bool withDomain, CancellationToken cancel)
    {
        if (await inspector.PairingAsync(pbxId, cancel) is not { } pairing) return;
        if ((withDomain || pairing.State == PairingState.NeedsRepair) && (await upkeep.RefreshAsync(pbxId, cancel)).Failure is { } failure)
            CloudonixLog.NotRefreshed(log, pbxId, failure.Message);
        await sync.RunAsync(pbxId, cancel);
    }
}
