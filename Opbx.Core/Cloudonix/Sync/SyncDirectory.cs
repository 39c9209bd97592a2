using Microsoft.EntityFrameworkCore;
using Opbx.Core.Access;
using Opbx.Core.Cloudonix.Api;
using Opbx.Core.Pbxs;
using Opbx.Core.Persistence;
using Opbx.Core.Shared;

namespace Opbx.Core.Cloudonix.Sync;

/// <summary>Compares and repairs subscribers for people and programs.</summary>
public sealed class SyncDirectory(Database database, SyncInspector inspector, SubscriberSync sync, SyncQueue queue, TimeProvider time)
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(30);
    private static readonly Dictionary<SyncStep, CloudonixError> NoErrors = [];

    /// <summary>How extensions and subscribers compare now; writes nothing.</summary>
    public Task<Result<SyncReport>> CompareAsync(Actor actor, Guid pbxId, CancellationToken cancel) =>
        BoundedAsync(actor, pbxId, LookAsync, _ => new Failure(FailureKind.UpstreamTimeout, "Cloudonix did not answer in time."), cancel);

    /// <summary>Writes what differs. What takes longer than half a minute goes on in the background.</summary>
    public Task<Result<SyncReport>> RepairAsync(Actor actor, Guid pbxId, CancellationToken cancel) =>
        BoundedAsync(actor, pbxId, (pairing, token) => sync.RunAsync(pairing.PbxId, token), GoOn, cancel);

    internal static Failure NotPaired() => new(FailureKind.Conflict, "This PBX is not paired with Cloudonix yet.");

    private async Task<Result<SyncReport>> LookAsync(Pairing pairing, CancellationToken cancel)
    {
        var picture = await inspector.LookAsync(pairing, cancel);
        return picture.Ok ? picture.Value.Report(NoErrors, 0) : picture.Error.ToFailure("Subscribers");
    }

    private Result<SyncReport> GoOn(Guid pbxId)
    {
        queue.Enqueue(pbxId);
        return new SyncReport([], 0, 0, 0, Running: true);
    }

    private async Task<Result<SyncReport>> BoundedAsync(
        Actor actor, Guid pbxId, Func<Pairing, CancellationToken, Task<Result<SyncReport>>> run, Func<Guid, Result<SyncReport>> late, CancellationToken cancel)
    {
        if (!actor.May(Permission.RepairSync)) return Failure.Forbidden();
        await using var db = database.OpenFor(actor.OrganizationId);
        if (!await db.Pbxs.AnyAsync(p => p.Id == pbxId, cancel)) return Failure.NotFound("This PBX");
        if (await db.Pairings.AsNoTracking().FirstOrDefaultAsync(p => p.PbxId == pbxId, cancel) is not { } pairing) return NotPaired();
        using var bound = new CancellationTokenSource(Bound, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(bound.Token, cancel);
        try
        {
            return await run(pairing, both.Token);
        }
        catch (OperationCanceledException) when (bound.IsCancellationRequested && !cancel.IsCancellationRequested)
        {
            return late(pbxId);
        }
    }
}
