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
        var now = clock.GetUtcNow();
        db.History.Add(new HistoryEntry {
            Id = Guid.CreateVersion7(now),
            OrganizationId = actor.OrganizationId,
            PbxId = pbxId,
            ChangeId = Guid.CreateVersion7(now),
            At = now,
            Actor = actor.Name,
            Source = actor.Source,
            Kind = Kind,
            Key = token,
            Action = ChangeAction.Acted,
            After = DocumentJson.Write(deed with { Failed = failure?.Message }),
        });
        await db.SaveChangesAsync(cancel);
    }
}
