using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Opbx.Core.Access.Organizations;
using Opbx.Core.Configuration;
using Opbx.Core.Extensions;
using Opbx.Core.Persistence;

namespace Opbx.Core.Cloudonix.Sync;

/// <summary>Lets subscribers follow every change of user extensions by themselves; saving never waits for it.</summary>
public sealed class SyncWorker(Database database, ConfigurationStore store, SyncQueue queue, SyncRound round, SubscriberDirectory directory, ILogger<SyncWorker> log) : BackgroundService
{
    private const int Lanes = 4;

    /// <inheritdoc/>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await directory.LoadAsync(cancellationToken);
        store.Changed += OnChanged;
        await using var db = database.OpenUnrestricted();
        foreach (var paired in await db.Pairings.OfActiveOrganizations(db).Select(p => p.PbxId).ToListAsync(cancellationToken)) queue.Enqueue(paired, withDomain: true);
        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public override Task StopAsync(CancellationToken cancellationToken)
    {
        store.Changed -= OnChanged;
        return base.StopAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Parallel.ForEachAsync(
        queue.ReadAsync(stoppingToken), new ParallelOptions { MaxDegreeOfParallelism = Lanes, CancellationToken = stoppingToken }, RunAsync);

    private async ValueTask RunAsync(Guid pbxId, CancellationToken cancel)
    {
        try
        {
            await round.RunAsync(pbxId, queue.Take(pbxId), cancel);
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
        [.. snapshot.Document.Extensions.OfType<UserExtension>().Select(e => (e.Number, snapshot.Objects.GetValueOrDefault(new ObjectRef(ObjectKind.Extensions.Name, e.Key))))];
}
