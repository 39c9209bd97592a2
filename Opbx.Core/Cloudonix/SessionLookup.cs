using Microsoft.EntityFrameworkCore;
using Opbx.Core.Cloudonix.Api;
using Opbx.Core.Persistence;

namespace Opbx.Core.Cloudonix;

/// <summary>Asks Cloudonix about calls, those that are over too.</summary>
public sealed class SessionLookup(Database database, CloudonixClients clients)
{
    /// <summary>What Cloudonix knows about a call of a PBX; null when nobody can be asked or nobody answers.</summary>
    public async Task<SessionAnswer?> FindAsync(Guid pbxId, string token, CancellationToken cancel)
    {
        await using var db = database.OpenUnrestricted();
        if (await db.Pairings.AsNoTracking().FirstOrDefaultAsync(p => p.PbxId == pbxId, cancel) is not { } pairing) return null;
        var answer = await clients.For(pairing).GetSessionAsync(pairing.Domain, token, cancel).OutcomeAsync();
        return answer.Ok ? new SessionAnswer(answer.Value) : answer.Error.Kind == CloudonixErrorKind.NotFound ? new SessionAnswer(null)
            : null;
    }
}
