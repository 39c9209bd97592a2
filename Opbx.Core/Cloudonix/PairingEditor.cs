using Microsoft.EntityFrameworkCore;
using Opbx.Core.Cloudonix.Api;
using Opbx.Core.Cloudonix.Sync;
using Opbx.Core.Pbxs;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;

namespace Opbx.Core.Cloudonix;

/// <summary>Pairs a PBX with a domain. Safe to repeat; a failed attempt leaves an existing pairing as it was.</summary>
public sealed class PairingEditor(Database database, CloudonixClients clients, WantedDomains wanted, SyncQueue queue,
    SecretProtector protector, TimeProvider time)
{
    private const int LongestKey = 200;
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(30);
    private readonly KeyedLock _oneAtATime = new();

    /// <summary>Returns the steps done, or a failure that names the step: Invalid for a wrong key or domain, Conflict when another PBX
    /// has it, Upstream and UpstreamTimeout when Cloudonix is not available.</summary>
    public async Task<Result<PairingReport>> PairAsync(Actor actor, Guid pbxId, string domain, Secret apiKey, bool isSandbox,
        CancellationToken cancel)
    {
        if (!actor.May(Permission.ManagePairing)) return Failure.Forbidden();
        await using var db = database.OpenFor(actor.OrganizationId);
        if (await db.Pbxs.AsNoTracking().FirstOrDefaultAsync(p => p.Id == pbxId, cancel) is not { } pbx)
            return Failure.NotFound("This PBX");
        var errors = new FieldErrors();
        var name = DomainName.Parse(domain);
        if (name is null) errors.Add("/domain", DomainName.Rule);
        if (!IsKey(apiKey.Reveal())) errors.Add("/apiKey", "Enter the API key of the domain, as Cloudonix shows it.");
        if (name is null || !errors.IsEmpty) return Failure.Invalid(errors);

        using var bound = new CancellationTokenSource(Bound, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(bound.Token, cancel);
        try
        {
            using var turn = await _oneAtATime.EnterAsync($"pbx:{pbxId}", both.Token);
            var former = await db.Pairings.AsNoTracking().FirstOrDefaultAsync(p => p.PbxId == pbxId, both.Token);
            var report = await RunAsync(pbx, name, apiKey, isSandbox, both.Token);
            return report.Ok && former is not null ? await LeaveAsync(pbx, former, report.Value, cancel) : report;
        }
        catch (OperationCanceledException) when (bound.IsCancellationRequested && !cancel.IsCancellationRequested)
        {
            return new Failure(FailureKind.UpstreamTimeout, "Cloudonix did not answer in time.");
        }
    }

    private async Task<Result<PairingReport>> RunAsync(Pbx pbx, string name, Secret apiKey, bool isSandbox, CancellationToken cancel)
    {
        var setup = new DomainSetup(clients.With(apiKey, isSandbox), wanted.For(pbx));
        var domain = await setup.CheckAsync(name, cancel);
        if (!domain.Ok) return domain.Failure;
        var uuid = domain.Value.Uuid ?? $"id:{domain.Value.Id}";
        using var turn = await _oneAtATime.EnterAsync($"domain:{uuid}", cancel);
        if (await IsTakenAsync(uuid, pbx.Id, cancel)) return AlreadyPaired(name);

        var canonical = DomainName.Parse(domain.Value.Name) ?? name;
        var application = await setup.ApplyAsync(canonical, domain.Value, cancel);
        if (!application.Ok) return application.Failure;
        var left = await SaveAsync(pbx, new Found(canonical, uuid, domain.Value.Id, application.Value), apiKey, isSandbox, cancel);
        if (!left.Ok) return left.Failure;
        // The endpoint key may have been rotated while the domain was set up, so it is compared once more.
        queue.Enqueue(pbx.Id, withDomain: true);
        return setup.Report with { Steps = [.. setup.Report.Steps, new PairingStep("Subscribers", "queued")] };
    }

    /// <summary>A domain that the PBX has left for another one must not keep calling it.</summary>
    private async Task<PairingReport> LeaveAsync(Pbx pbx, Pairing former, PairingReport report, CancellationToken cancel)
    {
        await using var db = database.OpenFor(pbx.OrganizationId);
        if (await db.Pairings.AnyAsync(p => p.PbxId == pbx.Id && p.DomainUuid == former.DomainUuid, cancel)) return report;
        var steps = await new DomainCleanUp(clients.For(former), former, wanted.For(pbx), time).RunAsync(cancel);
        return new PairingReport([.. report.Steps, .. steps.Select(s => s with { Name = $"{s.Name} ({former.Domain})" })]);
    }

    private async Task<bool> IsTakenAsync(string uuid, Guid pbxId, CancellationToken cancel)
    {
        await using var db = database.OpenUnrestricted();
        return await db.Pairings.AnyAsync(p => p.DomainUuid == uuid && p.PbxId != pbxId, cancel);
    }

    private async Task<Result<Done>> SaveAsync(Pbx pbx, Found found, Secret apiKey, bool isSandbox, CancellationToken cancel)
    {
        await using var db = database.OpenFor(pbx.OrganizationId);
        var row = await db.Pairings.FirstOrDefaultAsync(p => p.PbxId == pbx.Id, cancel);
        if (row is not null && row.DomainUuid != found.Uuid)
            db.Subscribers.RemoveRange(await db.Subscribers.Where(s => s.PbxId == pbx.Id).ToListAsync(cancel));
        var now = time.GetUtcNow();
        if (row is null)
        {
            row = new Pairing {
                PbxId = pbx.Id, OrganizationId = pbx.OrganizationId, Domain = "", DomainUuid = "", ProtectedApiKey = "",
                ApplicationName = "", ApplicationUrl = "", PairedAt = now
            };
            db.Pairings.Add(row);
        }

        (row.Domain, row.DomainUuid, row.DomainId) = (found.Name, found.Uuid, found.Id);
        (row.ApplicationId, row.ApplicationName, row.ApplicationUrl) =
            (found.Application.Id, found.Application.Name ?? "", wanted.For(pbx).VoiceUrl);
        (row.ProtectedApiKey, row.IsSandbox) = (protector.Protect(Pairing.KeyPurpose(pbx.Id), apiKey.Reveal()), isSandbox);
        (row.State, row.LastError, row.SyncError, row.SyncFailures, row.NextSyncAt) = (PairingState.Paired, null, null, 0, now);
        try
        {
            await db.SaveChangesAsync(cancel);
            return default(Done);
        }
        catch (DbUpdateException) when (!cancel.IsCancellationRequested)
        {
            if (await IsTakenAsync(found.Uuid, pbx.Id, cancel)) return AlreadyPaired(found.Name);
            throw;
        }
    }

    private static bool IsKey(string text) => text.Length is > 0 and <= LongestKey && text.All(c => c is > ' ' and <= '~');

    private static Failure AlreadyPaired(string name) =>
        new(FailureKind.Conflict, $"Domain: {name} is paired with another PBX already. A domain belongs to one PBX.");

    private sealed record Found(string Name, string Uuid, long Id, VoiceApplication Application);
}
