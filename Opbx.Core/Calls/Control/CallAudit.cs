using Opbx.Core.Audit;
using Opbx.Core.Document;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;

namespace Opbx.Core.Calls.Control;

/// <summary>Records in the history who did what to a live call, failures included; names the call by UUID, not number.</summary>
public sealed class CallAudit(Database database, TimeProvider clock)
{
    public const string Kind = "calls";

    /// <param name="failure">Why it failed; null when it succeeded.</param>
    public async Task RecordAsync(Actor actor, Guid pbxId, string token, LiveCallAction deed, Failure? failure, CancellationToken cancel)
    {
        await using var db = database.OpenFor(actor.OrganizationId);
        var after = DocumentJson.Write(deed with { Failed = failure?.Message });
        db.History.Add(AuditEntries.Done(actor, Kind, token, after, clock.GetUtcNow(), pbxId));
        await db.SaveChangesAsync(cancel);
    }
}
