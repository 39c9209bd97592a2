using Microsoft.EntityFrameworkCore;
using Opbx.Core.Calls.Live;
using Opbx.Core.Calls.Reconciling;
using Opbx.Core.Cloudonix.Cxml;
using Opbx.Core.Configuration;
using Opbx.Core.Pbxs;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;
using Opbx.Core.Plans;

namespace Opbx.Core.Calls.Control;

/// <summary>What acting on live calls needs to know about their PBX.</summary>
/// <param name="Moved">Calls that were sent elsewhere.</param>
/// <param name="Stuck">Closes calls whose end was lost.</param>
public sealed record LiveCallContext(ConfigurationStore Store, DialPlanStore Plans, CallAddresses Addresses, PickedUpCalls Moved,
    StuckCallCloser Stuck, Database Database)
{
    /// <summary>The path token of the PBX's endpoints; null when the actor has no access to the PBX.</summary>
    public async Task<string?> PathOfAsync(Actor actor, Guid pbxId, CancellationToken cancel)
    {
        await using var db = Database.OpenFor(actor.OrganizationId);
        return await db.Pbxs.Where(p => p.Id == pbxId).Select(p => p.PathToken).FirstOrDefaultAsync(cancel);
    }
}
