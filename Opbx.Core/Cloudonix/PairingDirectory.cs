using Microsoft.EntityFrameworkCore;
using Opbx.Core.Cloudonix.Api;
using Opbx.Core.Cloudonix.Sync;
using Opbx.Core.Pbxs;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;

namespace Opbx.Core.Cloudonix;

/// <summary>Shows how a PBX is paired and how its domain differs from the intended set-up.</summary>
public sealed class PairingDirectory(Database database, CloudonixClients clients, WantedDomains wanted, TimeProvider time)
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(12);

    /// <summary>With <paramref name="look"/>, Cloudonix is asked for differences.</summary>
    public async Task<Result<PairingView>> GetAsync(Actor actor, Guid pbxId, bool look, CancellationToken cancel)
    {
        if (!actor.May(Permission.ManagePairing)) return Failure.Forbidden();
        await using var db = database.OpenFor(actor.OrganizationId);
        if (await db.Pbxs.AsNoTracking().FirstOrDefaultAsync(p => p.Id == pbxId, cancel) is not { } pbx)
            return Failure.NotFound("This PBX");
        if (await db.Pairings.AsNoTracking().FirstOrDefaultAsync(p => p.PbxId == pbxId, cancel) is not { } pairing)
            return new PairingView(Paired: false);
        var states = await db.Subscribers.AsNoTracking().Where(s => s.PbxId == pbxId).GroupBy(s => s.State)
            .Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancel);
        var sync = new PairingSyncView(Count(SubscriberState.Synced), Count(SubscriberState.Pending), Count(SubscriberState.Failed),
            pairing.SyncedAt, pairing.NextSyncAt, pairing.SyncError);
        var (drift, error) = look ? await DriftAsync(pairing, wanted.For(pbx), cancel) : (null, null);
        return new PairingView(
            true, pairing.State, pairing.Domain, pairing.DomainUuid, pairing.ApplicationName, pairing.IsSandbox, pairing.PairedAt, error
                ?? pairing.LastError, drift, sync);

        int Count(SubscriberState state) => states.Find(s => s.Key == state)?.Count ?? 0;
    }

    private async Task<(IReadOnlyList<string>? Drift, string? Error)> DriftAsync(Pairing pairing, WantedDomain target,
        CancellationToken cancel)
    {
        using var bound = new CancellationTokenSource(Bound, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(bound.Token, cancel);
        try
        {
            var api = clients.For(pairing);
            var domain = await api.GetDomainAsync(pairing.Domain, both.Token).OutcomeAsync();
            if (!domain.Ok) return (null, domain.Error.Sentence);
            var applications = await api.ListApplicationsAsync(pairing.Domain, both.Token).OutcomeAsync();
            if (!applications.Ok) return (null, applications.Error.Sentence);
            return ([.. target.Drift(domain.Value, applications.Value.FirstOrDefault(a => a.Name == target.ApplicationName))], null);
        }
        catch (OperationCanceledException) when (bound.IsCancellationRequested && !cancel.IsCancellationRequested)
        {
            return (null, "Cloudonix did not answer in time.");
        }
    }
}
