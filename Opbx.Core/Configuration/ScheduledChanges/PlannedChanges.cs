using Opbx.Core.Document;
using Opbx.Core.Document.Merging;
using Opbx.Core.Document.References;
using Opbx.Core.Document.Settings;

namespace Opbx.Core.Configuration.ScheduledChanges;

/// <summary>Objects with their versions before and after. Objects are identified by id, so that renames in between do not matter.</summary>
/// <param name="Names">Id of everything they refer to, by list and key, as <c>extensions/101</c>.</param>
public sealed record PlannedChanges(IReadOnlyList<PlannedObject> Objects, IReadOnlyDictionary<string, Guid> Names)
{
    /// <param name="known">The configuration in which ids are looked up.</param>
    public static PlannedChanges From(IEnumerable<ObjectChange> changes, PbxSnapshot known)
    {
        var names = new Dictionary<string, Guid>(StringComparer.Ordinal);
        var objects = new List<PlannedObject>();
        foreach (var change in changes)
        {
            Guid? id = known.Objects.TryGetValue(new ObjectRef(change.KindName, change.BeforeKey), out var info) ? info.Id : null;
            objects.Add(new PlannedObject(change.KindName, change.BeforeKey, id, change.Before, change.After));
            foreach (var json in new[] { change.Before, change.After })
                Rewrite(change.KindName, json, reference => Describe(names, known, reference));
        }
        return new PlannedChanges(objects, names);
    }

    /// <summary>The steps to the versions after; null with the name of an object that no longer exists.</summary>
    internal (IReadOnlyList<MergeStep>? Steps, string? Gone) Forward(PbxSnapshot now)
    {
        var steps = new List<MergeStep>();
        foreach (var planned in Objects)
        {
            if (KeyNow(now, planned) is not { } key) return (null, $"{NounOf(planned.Kind)} {planned.Key}");
            steps.Add(new MergeStep(planned.Kind, key, Resolve(now, planned.Kind, planned.Before),
                Resolve(now, planned.Kind, planned.After)));
        }
        return (steps, null);
    }

    /// <summary>The steps back to the versions before; objects that no longer exist are left out.</summary>
    internal IReadOnlyList<MergeStep> Back(PbxSnapshot now) =>
    [
        .. Objects.Reverse().Where(o => o.Before is null || o.After is null || KeyNow(now, o) is not null)
            .Select(o => new MergeStep(o.Kind, KeyNow(now, o) ?? o.Key, Resolve(now, o.Kind, o.After), Resolve(now, o.Kind, o.Before))),
    ];

    internal static string NounOf(string kind) => ObjectKind.All.FirstOrDefault(k => k.Name == kind)?.Noun ?? "settings";

    private static string? KeyNow(PbxSnapshot now, PlannedObject planned) =>
        planned.Id is { } id ? KeyOf(now, planned.Kind, id) : planned.Key;

    private static string? KeyOf(PbxSnapshot now, string kind, Guid id) =>
        now.Objects.Where(o => o.Key.Kind == kind && o.Value.Id == id).Select(o => o.Key.Key).FirstOrDefault();

    private string? Resolve(PbxSnapshot now, string kind, string? json) =>
        Rewrite(kind, json, reference => Names.TryGetValue(NameOf(reference), out var id) ? KeyOf(now, reference.Kind.Name, id)
            ?? reference.Key : reference.Key);

    private static string Describe(Dictionary<string, Guid> names, PbxSnapshot known, Reference reference)
    {
        if (known.Objects.TryGetValue(new ObjectRef(reference.Kind.Name, reference.Key), out var info)) names[NameOf(reference)] = info.Id;
        return reference.Key;
    }

    private static string NameOf(Reference reference) => $"{reference.Kind.Name}/{reference.Key}";

    /// <summary>Rewrites the references of one object in a document that contains only it: the map works on whole documents.</summary>
    private static string? Rewrite(string kindName, string? json, Func<Reference, string> visit)
    {
        if (json is null) return null;
        if (kindName == DocumentDiff.SettingsKind)
            return DocumentJson.Write(
                ReferenceMap.Rewrite(
                    new PbxDocument { Pbx = System.Text.Json.JsonSerializer.Deserialize<PbxSettings>(json, DocumentJson.Options)! },
                    visit).Pbx);
        var kind = ObjectKind.All.First(k => k.Name == kindName);
        var alone = kind.Write(new PbxDocument { Pbx = new PbxSettings { Name = "" } }, [DocumentJson.Read(kind, json)]);
        return DocumentJson.Write(kind, kind.Read(ReferenceMap.Rewrite(alone, visit))[0]);
    }
}

/// <summary>One object of a scheduled change.</summary>
/// <param name="Kind">Its list, or <see cref="DocumentDiff.SettingsKind"/>.</param>
/// <param name="Id">Null for an object that is created.</param>
/// <param name="Before">As JSON; null for an object that is created.</param>
/// <param name="After">As JSON; null for an object that is deleted.</param>
public sealed record PlannedObject(string Kind, string Key, Guid? Id, string? Before, string? After);
