using Opbx.Core.Document;
using Opbx.Core.Document.References;
using Opbx.Core.Document.Rules;
using Opbx.Core.Document.Settings;
using Opbx.Core.Permissions;

namespace Opbx.Core.Configuration;

/// <summary>Changes one object of a PBX, or imports a whole document. Secret members given as null keep their stored value.</summary>
public sealed class ConfigurationEditor(ConfigurationWriter writer)
{
    public async Task<Result<SavedObject>> CreateAsync(Actor actor, Guid pbxId, ObjectKind kind, ConfiguredObject value,
        CancellationToken cancel)
    {
        if (!May(actor, kind)) return Failure.Forbidden();
        var outcome = await writer.ChangeAsync(actor, pbxId, present =>
        {
            var list = kind.Read(present.Document);
            return list.Any(o => string.Equals(o.Key, value.Key, StringComparison.OrdinalIgnoreCase))
                ? new Failure(FailureKind.Conflict, $"There is another {kind.Noun} \"{value.Key}\".")
                : Draft.From(kind.Write(present.Document, list.Append(value)));
        }, cancel);
        return Saved(outcome, kind, value.Key, list => list.Count - 1);
    }

    /// <summary>Replaces the object <paramref name="key"/>. A different key renames it; every reference follows.</summary>
    public async Task<Result<SavedObject>> ReplaceAsync(Actor actor, Guid pbxId, ObjectKind kind, string key, ConfiguredObject value,
        long? expectedVersion, CancellationToken cancel)
    {
        if (!May(actor, kind)) return Failure.Forbidden();
        var outcome = await writer.ChangeAsync(actor, pbxId, present => Replaced(present, kind, key, value, expectedVersion), cancel);
        return Saved(outcome, kind, value.Key, list => list.ToList().FindIndex(o => o.Key == value.Key));
    }

    /// <summary>Changes the object as it is when the write runs, after the permission was checked; the key stays.</summary>
    internal async Task<Result<SavedObject>> ChangeAllowedAsync<T>(Actor actor, Guid pbxId, ObjectKind kind, string key,
        Func<PbxDocument, T, Result<T>> change, long? expectedVersion, CancellationToken cancel)
        where T : ConfiguredObject
    {
        var outcome = await writer.ChangeAsync(actor, pbxId, present =>
        {
            if (present.Document.Find(kind, key) is not T stored) return Failure.NotFound($"The {kind.Noun} \"{key}\"");
            var changed = change(present.Document, stored);
            return changed.Ok ? Replaced(present, kind, key, changed.Value, expectedVersion) : changed.Failure;
        }, cancel);
        return Saved(outcome, kind, key, list => list.ToList().FindIndex(o => o.Key == key));
    }

    /// <summary>Refused, with the places, when other objects refer to it.</summary>
    public async Task<Result<Done>> DeleteAsync(Actor actor, Guid pbxId, ObjectKind kind, string key, long? expectedVersion,
        CancellationToken cancel)
    {
        if (!May(actor, kind)) return Failure.Forbidden();
        var outcome = await writer.ChangeAsync(actor, pbxId, present =>
        {
            if (Missing(present, kind, key, expectedVersion) is { } failure) return failure;
            var places = Usages.Describe(present.Document, kind, key);
            return places.Count > 0
                ? new Failure(FailureKind.Conflict,
                    $"This {kind.Noun} is still used. Take it out there first: {string.Join("; ", places)}.", Places: places)
                : Draft.From(kind.Write(present.Document, kind.Read(present.Document).Where(o => o.Key != key)));
        }, cancel);
        return outcome.Ok ? new Done() : outcome.Failure;
    }

    /// <summary>Removes an object and uses another one of its kind wherever it was used, in one step.</summary>
    public async Task<Result<Done>> ReplaceByAsync(Actor actor, Guid pbxId, ObjectKind kind, string key, string by, long? expectedVersion,
        CancellationToken cancel)
    {
        if (!May(actor, kind)) return Failure.Forbidden();
        var outcome = await writer.ChangeAsync(actor, pbxId, present =>
        {
            if (Missing(present, kind, key, expectedVersion) is { } failure) return failure;
            var replaced = Replacement.Apply(present.Document, kind, key, by);
            return replaced.Ok ? Draft.From(replaced.Value) : replaced.Failure;
        }, cancel);
        return outcome.Ok ? new Done() : outcome.Failure;
    }

    /// <summary>Adds the errors of saving this object, with pointers relative to it; for an object whose shape is invalid.</summary>
    public static void CheckAlone(PbxDocument document, ObjectKind kind, string? key, ConfiguredObject value, FieldErrors errors)
    {
        var others = kind.Read(document).Where(o => o.Key != key && o.Key != value.Key).ToList();
        var found = new FieldErrors();
        DocumentRules.Check(kind.Write(document, others.Append(value)), found);
        var prefix = JsonPointer.Item("/" + kind.Name, others.Count);
        foreach (var (pointer, sentences) in found.ByPointer.Where(e => e.Key.StartsWith(prefix + "/", StringComparison.Ordinal)
            && !errors.Covers(e.Key[prefix.Length..])))
            foreach (var sentence in sentences) errors.Add(pointer[prefix.Length..], sentence);
    }

    public async Task<Result<PbxSettings>> ChangeSettingsAsync(Actor actor, Guid pbxId, Func<PbxSettings, PbxSettings> change,
        CancellationToken cancel)
    {
        if (!actor.May(Permission.EditConfiguration)) return Failure.Forbidden();
        var outcome =
            await writer.ChangeAsync(actor, pbxId, present => Draft.From(present.Document with { Pbx = change(present.Document.Pbx) }),
                cancel);
        return outcome.Ok ? outcome.Value.Snapshot.Document.Pbx : outcome.Failure;
    }

    /// <summary>Replaces the whole document, or only reports what would change.</summary>
    public async Task<Result<ImportOutcome>> ImportAsync(Actor actor, Guid pbxId, PbxDocument document, bool tryOnly,
        CancellationToken cancel)
    {
        if (!actor.May(Permission.EditConfiguration)) return Failure.Forbidden();
        var outcome = await writer.ChangeAsync(actor, pbxId, _ => Draft.From(document), cancel, tryOnly);
        return outcome.Ok ? new ImportOutcome(DocumentDiff.Members(outcome.Value.Changes)) : outcome.Failure;
    }

    private static Result<Draft> Replaced(PbxSnapshot present, ObjectKind kind, string key, ConfiguredObject value, long? expectedVersion)
    {
        if (Missing(present, kind, key, expectedVersion) is { } failure) return failure;
        var document = present.Document;
        var renames = new Dictionary<ObjectRef, string>();
        if (value.Key != key)
        {
            if (kind.Read(document).Any(o => o.Key != key && string.Equals(o.Key, value.Key, StringComparison.OrdinalIgnoreCase)))
                return new Failure(FailureKind.Conflict, $"There is another {kind.Noun} \"{value.Key}\".");
            renames[new ObjectRef(kind.Name, key)] = value.Key;
        }
        document = kind.Write(document, kind.Read(document).Select(o => o.Key == key ? value : o));
        if (renames.Count > 0) document = ReferenceMap.Rewrite(document, r => r.Kind == kind && r.Key == key ? value.Key : r.Key);
        return Draft.From(document, renames);
    }

    private static Failure? Missing(PbxSnapshot present, ObjectKind kind, string key, long? expectedVersion) =>
        present.Objects.GetValueOrDefault(new ObjectRef(kind.Name, key)) is not { } info ? Failure.NotFound($"The {kind.Noun} \"{key}\"")
        : expectedVersion is { } expected && info.Version != expected ? Failure.Stale()
        : null;

    /// <summary>The stored object, or the failure with pointers relative to the object instead of the document.</summary>
    private static Result<SavedObject> Saved(Result<ChangeOutcome> outcome, ObjectKind kind, string key,
        Func<IReadOnlyList<ConfiguredObject>, int> place)
    {
        if (!outcome.Ok)
            return outcome.Failure.Errors is { } errors ? outcome.Failure with { Errors = Relative(errors, kind) } : outcome.Failure;
        var snapshot = outcome.Value.Snapshot;
        return new SavedObject(snapshot.Document.Find(kind, key)
            ?? kind.Read(snapshot.Document)[place(kind.Read(snapshot.Document))], snapshot.Objects[new ObjectRef(kind.Name, key)]);
    }

    private static FieldErrors Relative(FieldErrors errors, ObjectKind kind)
    {
        var relative = new FieldErrors();
        var prefix = $"/{kind.Name}/";
        foreach (var (pointer, sentences) in errors.ByPointer)
        {
            var rest = pointer.StartsWith(prefix, StringComparison.Ordinal) ? pointer[prefix.Length..] : null;
            var at = rest is null ? pointer : rest.IndexOf('/', StringComparison.Ordinal) is var slash and >= 0 ? rest[slash..] : "";
            foreach (var sentence in sentences) relative.Add(at, sentence);
        }
        return relative;
    }

    private static bool May(Actor actor, ObjectKind kind) =>
        actor.May(kind == ObjectKind.Integrations ? Permission.EditIntegrations : Permission.EditConfiguration);
}
