using Microsoft.EntityFrameworkCore;
using Opbx.Core.Cloudonix.Api;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;

namespace Opbx.Core.Cloudonix;

public sealed class CallControl(Database database, CloudonixClients clients)
{
    private const int RingSeconds = 30;

    /// <summary>Hangs up; a call that is already over counts as hung up. Conflict when the PBX is not paired.</summary>
    public async Task<Result<Done>> HangUpAsync(Actor actor, Guid pbxId, string sessionToken, CancellationToken cancel)
    {
        var live = await FindAsync(actor, Permission.ControlCalls, pbxId, cancel);
        if (!live.Ok) return live.Failure;
        var ended = await live.Value.Api.EndSessionAsync(live.Value.Domain, sessionToken, cancel).OutcomeAsync();
        return ended.Ok ? default(Done) : ended.Error.ToFailure("Hang up");
    }

    /// <summary>Continues a live call with another document. Conflict when not paired, not found when the call is over.</summary>
    public async Task<Result<Done>> SwitchAsync(Actor actor, Guid pbxId, string sessionToken, string cxml, CancellationToken cancel)
    {
        var live = await FindAsync(actor, Permission.ControlCalls, pbxId, cancel);
        if (!live.Ok) return live.Failure;
        var (api, domain) = live.Value;
        var switched = await api.SwitchApplicationAsync(domain, sessionToken, new ApplicationSwitch(cxml), cancel).OutcomeAsync();
        if (switched.Ok) return default(Done);
        return switched.Error.Kind == CloudonixErrorKind.NotFound
            ? new Failure(FailureKind.NotFound, "Cloudonix does not know this call any more: it is over.")
            : switched.Error.ToFailure("Move the call");
    }

    /// <summary>Calls a phone and runs a document when it answers. Conflict when the PBX is not paired.</summary>
    /// <returns>The session token of the new call.</returns>
    public async Task<Result<string>> StartAsync(Actor actor, Guid pbxId, string number, string callerId, string cxml,
        CancellationToken cancel)
    {
        var live = await FindAsync(actor, Permission.JoinCalls, pbxId, cancel);
        if (!live.Ok) return live.Failure;
        var (api, domain) = live.Value;
        var started = await api.StartCallAsync(domain, new NewCall(number, callerId, cxml, RingSeconds), cancel).OutcomeAsync();
        return started.Ok ? started.Value.Token : started.Error.ToFailure("Call your phone");
    }

    private async Task<Result<(ICloudonixApi Api, string Domain)>> FindAsync(Actor actor, Permission permission, Guid pbxId,
        CancellationToken cancel)
    {
        if (!actor.May(permission)) return Failure.Forbidden();
        await using var db = database.OpenFor(actor.OrganizationId);
        return await db.Pairings.AsNoTracking().FirstOrDefaultAsync(p => p.PbxId == pbxId, cancel) is { } pairing
            ? (clients.For(pairing), pairing.Domain)
            : new Failure(FailureKind.Conflict, "This PBX is not paired with Cloudonix.");
    }
}
