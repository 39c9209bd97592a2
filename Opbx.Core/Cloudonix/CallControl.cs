using Microsoft.EntityFrameworkCore;
using Opbx.Core.Access;
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
        if (!actor.May(Permission.ControlCalls)) return Failure.Forbidden();
        await using var db = database.OpenFor(actor.OrganizationId);
        if (await db.Pairings.AsNoTracking().FirstOrDefaultAsync(p => p.PbxId == pbxId, cancel) is not { } pairing)
            return new Failure(FailureKind.Conflict, "This PBX is not paired with Cloudonix.");
        var ended = await clients.Of(pairing).EndSessionAsync(pairing.Domain, sessionToken, cancel);
        return ended.Ok ? default(Done) : ended.Error.ToFailure("Hang up");
    }
}
