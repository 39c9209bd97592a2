using Opbx.Core.Document;
using Opbx.Core.Document.ConferenceRooms;
using Opbx.Core.Document.Extensions;
using Opbx.Core.Document.PhoneNumbers;
using Opbx.Core.Permissions;

namespace Opbx.Core.Configuration;

/// <summary>Reads a PBX's configuration from memory.</summary>
public sealed class ConfigurationDirectory(ConfigurationStore store)
{
    public Result<PbxSnapshot> Snapshot(Actor actor, Guid pbxId, Permission permission = Permission.ViewConfiguration) =>
        !actor.May(permission) ? Failure.Forbidden()
        : store.Find(pbxId) is { } snapshot && snapshot.OrganizationId == actor.OrganizationId ? snapshot
        : Failure.NotFound("This PBX");

    /// <summary>The document, without secrets. Requires edit permission because it contains integrations and conference PINs.</summary>
    public Result<PbxDocument> Export(Actor actor, Guid pbxId)
    {
        var snapshot = Snapshot(actor, pbxId, Permission.EditConfiguration);
        return snapshot.Ok ? snapshot.Value.Document : snapshot.Failure;
    }

    public Result<SavedObject> Get(Actor actor, Guid pbxId, ObjectKind kind, string key)
    {
        var snapshot = Snapshot(actor, pbxId, View(kind));
        if (!snapshot.Ok) return snapshot.Failure;
        if (snapshot.Value.Document.Find(kind, key) is not { } value) return Failure.NotFound($"The {kind.Noun} \"{key}\"");
        return new SavedObject(Shown(actor, value), snapshot.Value.Objects[new ObjectRef(kind.Name, key)]);
    }

    /// <summary>A page of the objects whose key, name or notes contain the search text.</summary>
    public Result<Page<SavedObject>> List(Actor actor, Guid pbxId, ObjectKind kind, ListQuery query)
    {
        var snapshot = Snapshot(actor, pbxId, View(kind));
        if (!snapshot.Ok) return snapshot.Failure;
        var matching = kind.Read(snapshot.Value.Document).Where(o => Matches(o, query.Search)).ToList();
        IEnumerable<ConfiguredObject> sorted = query.Sort is { } member ? matching.OrderBy(o => SortKey(o, member), NaturalOrder.Instance)
            : matching;
        if (query.Descending) sorted = sorted.Reverse();
        var items = sorted.Skip(query.Skip).Take(query.Take)
            .Select(o => new SavedObject(Shown(actor, o), snapshot.Value.Objects[new ObjectRef(kind.Name, o.Key)]));
        return new Page<SavedObject>([.. items], matching.Count);
    }

    /// <summary>People who can only view see no PINs.</summary>
    private static ConfiguredObject Shown(Actor actor, ConfiguredObject value) =>
        value is ConferenceRoom room && !actor.May(Permission.EditConfiguration) ? room with { Pin = null, HostPin = null } : value;

    private static bool Matches(ConfiguredObject value, string? search) =>
        string.IsNullOrWhiteSpace(search) || new[] { value.Key, Name(value), value.Notes, (value as UserExtension)?.Email }
            .Any(text => text?.Contains(search.Trim(), StringComparison.OrdinalIgnoreCase) == true);

    private static string? Name(ConfiguredObject value) => value switch {
        Extension extension => extension.Name,
        PhoneNumber number => number.Name,
        _ => value.Key,
    };

    private static string SortKey(ConfiguredObject value, string member) => member switch {
        "name" => Name(value) ?? "",
        "active" => value.Active ? "0" : "1",
        "type" => value.GetType().Name,
        _ => value.Key,
    };

    private static Permission View(ObjectKind kind) =>
        kind == ObjectKind.Integrations ? Permission.ViewIntegrations : Permission.ViewConfiguration;
}
