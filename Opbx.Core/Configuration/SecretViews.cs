using Opbx.Core.Audit;
using Opbx.Core.Document;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;

namespace Opbx.Core.Configuration;

/// <summary>Shows configuration with its secrets to permitted people; every view is recorded in the history.</summary>
public sealed class SecretViews(ConfigurationDirectory directory, ObjectSecrets secrets, Database database, TimeProvider clock)
{
    /// <summary>The history's kind for a view of the whole document.</summary>
    public const string DocumentKind = "configuration";

    public async Task<Result<PbxDocument>> ExportAsync(Actor actor, Guid pbxId, CancellationToken cancel)
    {
        if (!actor.May(Permission.ViewSecrets)) return Failure.Forbidden();
        var snapshot = directory.Snapshot(actor, pbxId);
        if (!snapshot.Ok) return snapshot.Failure;
        var document = snapshot.Value.Document;
        foreach (var kind in new[] { ObjectKind.Extensions, ObjectKind.Integrations })
            document = kind.Write(document, kind.Read(document)
                .Select(o => SecretMembers.Fill(o, secrets.For(snapshot.Value.Objects[new ObjectRef(kind.Name, o.Key)].Id))));
        await RememberAsync(actor, pbxId, DocumentKind, document.Pbx.Name, cancel);
        return document;
    }

    public Task<Result<SavedObject>> GetAsync(Actor actor, Guid pbxId, ObjectKind kind, string key, CancellationToken cancel) =>
        ShowAsync(actor, pbxId, kind, directory.Get(actor, pbxId, kind, key), cancel);

    /// <summary>Adds the secrets to an object that was already found; a failure is passed on.</summary>
    public async Task<Result<SavedObject>> ShowAsync(Actor actor, Guid? pbxId, ObjectKind kind, Result<SavedObject> found,
        CancellationToken cancel)
    {
        if (!actor.May(Permission.ViewSecrets)) return Failure.Forbidden();
        if (!found.Ok) return found;
        var (value, info) = found.Value;
        var all = secrets.For(info.Id);
        if (all.Count > 0) await RememberAsync(actor, pbxId, kind.Name, value.Key, cancel);
        return new SavedObject(SecretMembers.Fill(value, all), info);
    }

    private async Task RememberAsync(Actor actor, Guid? pbxId, string kind, string key, CancellationToken cancel)
    {
        await using var db = database.OpenFor(actor.OrganizationId);
        var entry = AuditEntries.SecretTouched(actor, kind, key, clock.GetUtcNow());
        entry.PbxId = pbxId;
        db.History.Add(entry);
        await db.SaveChangesAsync(cancel);
    }
}
