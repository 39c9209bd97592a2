using Microsoft.EntityFrameworkCore;
using Opbx.Core.Persistence;
using Opbx.Core.Persistence.Tenancy;
using Quartz;

namespace Opbx.Core.Cloudonix.Sync;

/// <summary>Safety net: every minute queues failed PBXs that are due again, and every PBX once in a quarter of an hour.</summary>
[DisallowConcurrentExecution]
public sealed class SubscriberSyncJob(Database database, SyncQueue queue, TimeProvider time) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        await using var db = database.OpenUnrestricted();
        var due = await db.Pairings
            .OfActiveOrganizations(db)
            .Where(p => p.NextSyncAt <= now || p.State == PairingState.NeedsRepair)
            .Select(p => new { p.PbxId, InDoubt = p.State == PairingState.NeedsRepair })
            .ToListAsync(cancellationToken);
        foreach (var pairing in due) queue.Enqueue(pairing.PbxId, withDomain: pairing.InDoubt);
    }
}
