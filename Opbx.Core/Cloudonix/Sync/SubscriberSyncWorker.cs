using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Opbx.Core.Configuration;
using Opbx.Core.Document;
using Opbx.Core.Document.Extensions;
using Opbx.Core.Persistence;
using Opbx.Core.Persistence.Tenancy;

namespace Opbx.Core.Cloudonix.Sync;

/// <summary>Updates subscribers after every change of user extensions; saving never waits for it.</summary>
public sealed class SubscriberSyncWorker(Database database, ConfigurationStore store, SyncQueue queue, PairingReconciler upkeep,
    SubscriberReconciler reconciler, SubscriberIndex index, SyncMetrics metrics, ILogger<SubscriberSyncWorker> log) : BackgroundService
{
    private const int Parallelism = 4;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await index.LoadAsync(cancellationToken);
        store.Changed += OnChanged;
        await using var db = database.OpenUnrestricted();
        foreach (var paired in await db.Pairings.OfActiveOrganizations(db).Select(p => p.PbxId).ToListAsync(cancellationToken))
            queue.Enqueue(paired, withDomain: true);
        await base.StartAsync(cancellationToken);
    }

    public override Task StopAsync(CancellationToken cancellationToken)
    {
        store.Changed -= OnChanged;
        return base.StopAsync(cancellationToken);
    }

    /// <summary>One pass for one PBX: its domain's set-up if in doubt, then its subscribers. No effect while unpaired.</summary>
    /// <param name="withDomain">Whether the set-up of the domain is compared too.</param>
    public async Task RunOnceAsync(Guid pbxId, bool withDomain, CancellationToken cancel)
    {
        if (withDomain && (await upkeep.RefreshAsync(pbxId, cancel)).Failure is { } failure)
            CloudonixLog.NotRefreshed(log, pbxId, failure.Message);
        var report = await reconciler.ReconcileAsync(pbxId, cancel);
        if (report.Failure?.Kind != FailureKind.Conflict) metrics.Ended(agrees: report.Ok && report.Value.Failed == 0);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Parallel.ForEachAsync(
        queue.ReadAsync(stoppingToken), new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = stoppingToken },
            TryAsync);

    private async ValueTask TryAsync(Guid pbxId, CancellationToken cancel)
    {
        try
        {
            await RunOnceAsync(pbxId, queue.Dequeue(pbxId), cancel);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            CloudonixLog.Failed(log, pbxId, e);
        }
    }

    private void OnChanged(SnapshotChange change)
    {
        if (change.Before is not { } before || change.After is not { } after) return;
        var (was, now) = (before.Document.Pbx, after.Document.Pbx);
        var domain = was.RingTimeout != now.RingTimeout || was.RecordingFormat != now.RecordingFormat;
        if (domain || !Users(before).SetEquals(Users(after))) queue.Enqueue(change.PbxId, domain);
    }

    private static HashSet<(string Number, ObjectInfo? Info)> Users(PbxSnapshot snapshot) =>
        [.. snapshot.Document.Extensions.OfType<UserExtension>()
            .Select(e => (e.Number, snapshot.Objects.GetValueOrDefault(new ObjectRef(ObjectKind.Extensions.Name, e.Key))))];
}
