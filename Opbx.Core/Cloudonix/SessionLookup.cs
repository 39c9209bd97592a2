using Microsoft.EntityFrameworkCore;
using Opbx.Core.Cloudonix.Api;
using Opbx.Core.Persistence;

namespace Opbx.Core.Cloudonix;

/// <summary>Asks Cloudonix about calls, including those that are over.</summary>
public sealed class SessionLookup(Database database, CloudonixClients clients)
{
    /// <summary>Null when the PBX is not paired or Cloudonix does not respond.</summary>
    public async Task<SessionAnswer?> FindAsync(Guid pbxId, string token, CancellationToken cancel)
    {
        await using var db = database.OpenUnrestricted();
        if (await db.Pairings.AsNoTracking().FirstOrDefaultAsync(p => p.PbxId == pbxId, cancel) is not { } pairing) return null;
        var answer = await clients.For(pairing).GetSessionAsync(pairing.Domain, token, cancel).OutcomeAsync();
        return answer.Ok ? new SessionAnswer(answer.Value) : answer.Error.Kind == CloudonixErrorKind.NotFound ? new SessionAnswer(null)
            : null;
    }
}
