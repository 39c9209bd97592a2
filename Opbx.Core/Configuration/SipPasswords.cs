using Opbx.Core.Audit;
using Opbx.Core.Document;
using Opbx.Core.Document.Extensions;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;

namespace Opbx.Core.Configuration;

/// <summary>Shows a phone's password to permitted people; every view is recorded in the history.</summary>
public sealed class SipPasswords(ConfigurationStore store, ObjectSecrets secrets, Database database, TimeProvider clock)
{
    public const string Place = "/sipPassword";

    /// <summary>Owner, Admin, or the extension's own person.</summary>
    public static bool MayReveal(Actor actor, Guid pbxId, string number) =>
        actor.May(Permission.RevealSipPassword) || actor.Owns(pbxId, number);

    /// <summary>NotFound when the extension is not a person's phone or has no password yet.</summary>
    public async Task<Result<string>> RevealAsync(Actor actor, Guid pbxId, string number, CancellationToken cancel)
    {
        if (!MayReveal(actor, pbxId, number)) return Failure.Forbidden();
        if (store.Find(pbxId) is not { } snapshot || snapshot.OrganizationId != actor.OrganizationId) return Failure.NotFound("This PBX");
        if (snapshot.Document.Find(ObjectKind.Extensions, number) is not UserExtension)
            return Failure.NotFound($"The extension \"{number}\"");
        var id = snapshot.Objects[new ObjectRef(ObjectKind.Extensions.Name, number)].Id;
        if (await secrets.ReadAsync(id, Place, cancel) is not { } password)
            return new Failure(FailureKind.NotFound, "This extension has no password yet. It gets one when the phone system is connected.");
        await RememberAsync(actor, pbxId, number, cancel);
        return password;
    }

    private async Task RememberAsync(Actor actor, Guid pbxId, string number, CancellationToken cancel)
    {
        await using var db = database.OpenFor(actor.OrganizationId);
        db.History.Add(AuditEntries.Noted(actor, pbxId, ObjectKind.Extensions.Name, number, ChangeAction.SecretTouched, clock.GetUtcNow()));
        await db.SaveChangesAsync(cancel);
    }
}
