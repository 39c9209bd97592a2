using Microsoft.EntityFrameworkCore;
using Opbx.Core.Pbxs;
using Opbx.Core.Persistence;
using Opbx.Portal.Sandbox.State;

namespace Opbx.Portal.Sandbox;

/// <summary>Finds the sandbox domain whose calls come to a PBX.</summary>
internal sealed class SandboxLines(Database database, SandboxStore store)
{
    /// <summary>Null when the PBX is not paired with the sandbox, or not visible to the person.</summary>
    public async Task<string?> FindAsync(Actor actor, Guid pbxId, CancellationToken cancellationToken)
    {
        await using var db = database.OpenFor(actor.OrganizationId);
        var path = await db.Pbxs.Where(p => p.Id == pbxId).Select(p => p.PathToken).FirstOrDefaultAsync(cancellationToken);
        return path is null ? null : store.Current.Domains.Find(d => Asks(d, $"/hooks/{path}/"))?.Name;
    }

    private static bool Asks(SandboxDomain domain, string path) => domain.Application?.Url.Contains(path, StringComparison.Ordinal) == true;
}
