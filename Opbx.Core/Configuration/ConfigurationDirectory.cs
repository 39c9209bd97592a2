using Opbx.Core.Access;
using Opbx.Core.Shared;

namespace Opbx.Core.Configuration;

/// <summary>Reads a PBX's configuration from memory.</summary>
public sealed class ConfigurationDirectory(ConfigurationStore store, ObjectSecrets secrets)
{
    /// <summary>The PBX's snapshot, if the actor may see it.</summary>
    public Result<PbxSnapshot> Snapshot(Actor actor, Guid pbxId, Permission permission = Permission.ViewConfiguration) =>
        !actor.May(permission) ? Failure.Forbidden()
        : store.Find(pbxId) is { } snapshot && snapshot.OrganizationId == actor.OrganizationId ? snapshot
        : Failure.NotFound("This PBX");

    /// <summary>The whole document; with secrets only for those who may see them.</summary>
    public Result<PbxDocument> Export(Actor actor, Guid pbxId, bool withSecrets)
    {
        if (withSecrets && !actor.May(Permission.ViewSecrets)) return Failure.Forbidden();
        var snapshot = Snapshot(actor, pbxId);
        if (!snapshot.Ok) return snapshot.Failure;
        var document = snapshot.Value.Document;
        if (!withSecrets) return document;
        foreach (var kind in new[] { ObjectKind.Extensions, ObjectKind.Integrations })
            document = kind.Write(document, kind.Read(document).Select(o => SecretMembers.Fill(o, secrets.Of(snapshot.Value.Objects[new ObjectRef(kind.Name, o.Key)].Id))));
        return document;
    }

    /// <summary>One object.</summary>
    public Result<SavedObject> Get(Actor actor, Guid pbxId, ObjectKind kind, string key, bool withSecrets = false)
    {
        if (withSecrets && !actor.May(Permission.ViewSecrets)) return Failure.Forbidden();
        var snapshot = Snapshot(actor, pbxId, View(kind));
        if (!snapshot.Ok) return snapshot.Failure;
        if (snapshot.Value.Document.Find(kind, key) is not { } value) return Failure.NotFound($"The {kind.Noun} \"{key}\"");
        var info = snapshot.Value.Objects[new ObjectRef(kind.Name, key)];
        return new SavedObject(withSecrets ? SecretMembers.Fill(value, secrets.Of(info.Id)) : value, info);
    }

    /// <summary>A part of a list: those whose key, name or notes hold the search text.</summary>
    public Result<Page<SavedObject>> List(Actor actor, Guid pbxId, ObjectKind kind, ListQuery query)
    {
        var snapshot = Snapshot(actor, pbxId, View(kind));
        if (!snapshot.Ok) return snapshot.Failure;
        var matching = kind.Read(snapshot.Value.Document).Where(o => Matches(o, query.Search)).ToList();
        IEnumerable<ConfiguredObject> sorted = query.Sort is { } member ? matching.OrderBy(o => SortKey(o, member), NaturalOrder.Instance) : matching;
        if (query.Descending) sorted = sorted.Reverse();
        var items = sorted.Skip(query.Skip).Take(query.Take).Select(o => new SavedObject(o, snapshot.Value.Objects[new ObjectRef(kind.Name, o.Key)]));
        return new Page<SavedObject>([.. items], matching.Count);
    }

    private static bool Matches(ConfiguredObject value, string? search) =>
        string.IsNullOrWhiteSpace(search) || new[] { value.Key, Name(value), value.Notes, (value as Extensions.UserExtension)?.Email }
            .Any(text => text?.Contains(search.Trim(), StringComparison.OrdinalIgnoreCase) == true);

    private static string? Name(ConfiguredObject value) => value switch
    {
        Extensions.Extension extension => extension.Name,
        PhoneNumbers.PhoneNumber number => number.Name,
        _ => value.Key,
    };

    private static string SortKey(ConfiguredObject value, string member) => member switch
    {
        "name" => Name(value) ?? "",
        "active" => value.Active ? "0" : "1",
        "type" => value.GetType().Name,
        _ => value.Key,
    };

    private static Permission View(ObjectKind kind) => kind == ObjectKind.Integrations ? Permission.ViewIntegrations : Permission.ViewConfiguration;
}
