using Microsoft.EntityFrameworkCore;
using Opbx.Core.Access;
using Opbx.Core.Cloudonix.Api;
using Opbx.Core.Persistence;
using Opbx.Core.Shared;

namespace Opbx.Core.Cloudonix;

/// <summary>Acts on live calls at Cloudonix.</summary>
public sealed class CallControl(Database database, CloudonixClients clients)
{
    /// <summary>Hangs up; a call that is over counts as hung up. Conflict when the PBX is not paired.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="pbxId">The PBX.</param>
    /// <param name="sessionToken">The call's session token.</param>
    /// <param name="cancel">Stops waiting.</param>
    public async Task<Result<Done>> HangUpAsync(Actor actor, Guid pbxId, string sessionToken, CancellationToken cancel)
    {
        var live = await FindAsync(actor, pbxId, cancel);
        if (!live.Ok) return live.Failure;
        var ended = await live.Value.Api.EndSessionAsync(live.Value.Domain, sessionToken, cancel);
        return ended.Ok ? default(Done) : ended.Error.ToFailure("Hang up");
    }

    /// <summary>Lets a live call go on with another document. Conflict when the PBX is not paired, not found when the call is over.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="pbxId">The PBX.</param>
    /// <param name="sessionToken">The call's session token.</param>
    /// <param name="cxml">The document.</param>
    /// <param name="cancel">Stops waiting.</param>
    public async Task<Result<Done>> SwitchAsync(Actor actor, Guid pbxId, string sessionToken, string cxml, CancellationToken cancel)
    {
        var live = await FindAsync(actor, pbxId, cancel);
        if (!live.Ok) return live.Failure;
        var switched = await live.Value.Api.SwitchApplicationAsync(live.Value.Domain, sessionToken, new ApplicationSwitch(cxml), cancel);
        return switched.Ok ? default(Done) : switched.Error.ToFailure("Move the call");
    }

    private async Task<Result<(ICloudonixApi Api, string Domain)>> FindAsync(Actor actor, Guid pbxId, CancellationToken cancel)
    {
        if (!actor.May(Permission.ControlCalls)) return Failure.Forbidden();
        await using var db = database.OpenFor(actor.OrganizationId);
        return await db.Pairings.AsNoTracking().FirstOrDefaultAsync(p => p.PbxId == pbxId, cancel) is { } pairing
            ? (clients.Of(pairing), pairing.Domain)
            : new Failure(FailureKind.Conflict, "This PBX is not paired with Cloudonix.");
    }
}
