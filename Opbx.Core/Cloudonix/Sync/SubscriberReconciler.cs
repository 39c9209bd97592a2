using Microsoft.EntityFrameworkCore;
using Opbx.Core.Cloudonix.Api;
using Opbx.Core.Configuration;
using Opbx.Core.Document;
using Opbx.Core.Document.Extensions;
using Opbx.Core.Pbxs;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;

namespace Opbx.Core.Cloudonix.Sync;

/// <summary>Aligns the subscribers of a domain with the user extensions; one pass at a time per PBX.</summary>
public sealed class SubscriberReconciler(Database database, ConfigurationStore store, ObjectSecrets secrets, CloudonixClients clients,
    SyncQueue queue, SubscriberIndex index, TimeProvider time, ILogger<SubscriberReconciler> log)
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan FirstRetry = TimeSpan.FromSeconds(15);
    private readonly KeyedLock _oneAtATime = new();

    /// <summary>Compares extensions and subscribers; writes nothing.</summary>
    public Task<Result<SyncReport>> CompareAsync(Actor actor, Guid pbxId, CancellationToken cancel) =>
        BoundedAsync(actor, pbxId, CompareAsync, () => new Failure(FailureKind.UpstreamTimeout, "Cloudonix did not answer in time."),
            cancel);

    /// <summary>Writes what differs. After half a minute the rest continues in the background.</summary>
    public Task<Result<SyncReport>> RepairAsync(Actor actor, Guid pbxId, CancellationToken cancel) =>
        BoundedAsync(actor, pbxId, ReconcileAsync, () => Continue(pbxId), cancel);

    /// <summary>Writes what differs. Conflict when the PBX is not paired, Upstream and UpstreamTimeout when Cloudonix is not available.
    /// Failures are stored with the pairing and repeated later.</summary>
    public async Task<Result<SyncReport>> ReconcileAsync(Guid pbxId, CancellationToken cancel)
    {
        using var turn = await _oneAtATime.EnterAsync(pbxId.ToString(), cancel);
        await using var db = database.OpenUnrestricted();
        if (await FindPairingAsync(db, pbxId, cancel) is not { } pairing) return NotPaired();
        var api = clients.For(pairing);
        var plan = await PlanAsync(db, pairing, api, cancel);
        if (!plan.Ok)
        {
            CloudonixLog.NotCompared(log, pbxId, plan.Error.Sentence);
            await FinishAsync(db, pairing, plan.Error.Sentence, cancel);
            return plan.Error.ToFailure("Subscribers");
        }

        var report = await new SubscriberWriter(db, pairing, api, plan.Value, secrets, time).WriteAsync(cancel);
        index.Replace(pbxId, plan.Value.Rows.Values);
        var failed = report.Items.FirstOrDefault(i => i.Error is not null);
        await FinishAsync(db, pairing, failed is null ? null : $"{failed.Extension}: {failed.Error}", cancel);
        if (report.Written > 0 || report.Failed > 0) CloudonixLog.Synchronized(log, pbxId, report.Written, report.Failed);
        return report;
    }

    private async Task<Result<SyncReport>> CompareAsync(Guid pbxId, CancellationToken cancel)
    {
        await using var db = database.OpenUnrestricted();
        if (await FindPairingAsync(db, pbxId, cancel) is not { } pairing) return NotPaired();
        var plan = await PlanAsync(db, pairing, clients.For(pairing), cancel);
        return plan.Ok ? SyncReport.From(plan.Value) : plan.Error.ToFailure("Subscribers");
    }

    private async Task<CloudonixOutcome<SyncPlan>> PlanAsync(OpbxDbContext db, Pairing pairing, ICloudonixApi api, CancellationToken cancel)
    {
        var remote = await api.ListSubscribersAsync(pairing.Domain, cancel).OutcomeAsync();
        if (!remote.Ok) return remote.Error;
        var rows = await db.Subscribers.Where(s => s.PbxId == pairing.PbxId).ToDictionaryAsync(s => s.ObjectId, cancel);
        var extensions = Extensions(pairing.PbxId);
        var pairs = SubscriberComparer.Compare([.. extensions.Select(e => Wanted(e.Key, e.Value))], remote.Value, rows.Values);
        return new SyncPlan(
            rows,
            extensions.ToDictionary(e => e.Key, e => e.Value.Name),
            SyncPlanner.Plan(pairs, () => new Secret(PbxEditor.NewToken(24))),
            remote.Value.Count - pairs.Count(p => p.Remote is not null));
    }

    private List<KeyValuePair<Guid, UserExtension>> Extensions(Guid pbxId) => store.Find(pbxId) is not { } snapshot ? [] :
    [
        .. from extension in snapshot.Document.Extensions.OfType<UserExtension>()
           let info = snapshot.Objects.GetValueOrDefault(new ObjectRef(ObjectKind.Extensions.Name, extension.Key))
           where info is not null
           select KeyValuePair.Create(info.Id, extension),
    ];

    private WantedSubscriber Wanted(Guid objectId, UserExtension extension)
    {
        var password = secrets.For(objectId).GetValueOrDefault(Subscriber.PasswordPointer);
        return new WantedSubscriber(objectId, extension.Number, extension.Active, password is null ? null : new Secret(password));
    }

    /// <summary>Stores the outcome of a pass and when the next is due: soon after a failure, later with each further one.</summary>
    private async Task FinishAsync(OpbxDbContext db, Pairing pairing, string? error, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var failures = error is null ? 0 : pairing.SyncFailures + 1;
        var pause = error is null ? Interval : TimeSpan.FromTicks(Math.Min(Interval.Ticks, FirstRetry.Ticks << Math.Min(failures - 1, 10)));
        var syncedAt = error is null ? now : pairing.SyncedAt;
        var found = await db.Pairings.Where(p => p.PbxId == pairing.PbxId).ExecuteUpdateAsync(
            set => set
                .SetProperty(p => p.SyncFailures, failures)
                .SetProperty(p => p.SyncError, error)
                .SetProperty(p => p.SyncedAt, syncedAt)
                .SetProperty(p => p.NextSyncAt, now + pause),
            cancel);

        // Unpaired in the meantime: the rows just stored are no longer needed.
        if (found == 0) await db.Subscribers.Where(s => s.PbxId == pairing.PbxId).ExecuteDeleteAsync(cancel);
    }

    private async Task<Result<SyncReport>> BoundedAsync(
        Actor actor, Guid pbxId, Func<Guid, CancellationToken, Task<Result<SyncReport>>> run, Func<Result<SyncReport>> late,
            CancellationToken cancel)
    {
        if (!actor.May(Permission.RepairSync)) return Failure.Forbidden();
        await using (var db = database.OpenFor(actor.OrganizationId))
        {
            if (!await db.Pbxs.AnyAsync(p => p.Id == pbxId, cancel)) return Failure.NotFound("This PBX");
        }

        using var bound = new CancellationTokenSource(Bound, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(bound.Token, cancel);
        try
        {
            return await run(pbxId, both.Token);
        }
        catch (OperationCanceledException) when (bound.IsCancellationRequested && !cancel.IsCancellationRequested)
        {
            return late();
        }
    }

    private Result<SyncReport> Continue(Guid pbxId)
    {
        queue.Enqueue(pbxId);
        return new SyncReport([], 0, 0, 0, Running: true);
    }

    private static Task<Pairing?> FindPairingAsync(OpbxDbContext db, Guid pbxId, CancellationToken cancel) =>
        db.Pairings.AsNoTracking().FirstOrDefaultAsync(p => p.PbxId == pbxId, cancel);

    private static Failure NotPaired() => new(FailureKind.Conflict, "This PBX is not paired with Cloudonix yet.");
}
