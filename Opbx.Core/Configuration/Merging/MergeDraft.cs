using System.Text.Json;
using System.Text.Json.Nodes;
using Opbx.Core.Configuration;
using Opbx.Core.Pbxs;
using Opbx.Core.Shared;

namespace Opbx.Core.History.Undo;

/// <summary>
/// Takes changes back in a document: a member gets its old value where it still has the one the change gave it. What was changed again since then
/// is a conflict, unless the old value is wanted all the same. Pure.
/// </summary>
internal sealed class UndoDraft
{
    private readonly bool _evenIfChanged;
    private readonly List<string> _conflicts = [];
    private readonly Dictionary<ObjectRef, string> _renames = [];
    private PbxDocument _document;

    private UndoDraft(PbxDocument document, bool evenIfChanged) => (_document, _evenIfChanged) = (document, evenIfChanged);

    /// <summary>The document without these changes.</summary>
    /// <param name="present">The document as it is.</param>
    /// <param name="entries">What is taken back, the newest first.</param>
    /// <param name="evenIfChanged">Whether later changes of the same members are overwritten.</param>
    public static Result<Draft> Of(PbxDocument present, IReadOnlyList<HistoryEntry> entries, bool evenIfChanged)
    {
        var undo = new UndoDraft(present, evenIfChanged);
        foreach (var entry in entries.Where(e => e.Action is ChangeAction.Created or ChangeAction.Updated or ChangeAction.Deleted)) undo.Take(entry);
        return undo._conflicts.Count == 0
            ? Draft.Of(undo._document, undo._renames)
            : new Failure(FailureKind.Conflict, $"This was changed again since then: {string.Join("; ", undo._conflicts)}.", Places: undo._conflicts);
    }

    /// <summary>The old object with what changed since then kept; members that would be lost are added to <paramref name="conflicts"/>.</summary>
    internal static JsonObject Merge(JsonObject present, JsonObject before, JsonObject after, bool evenIfChanged, string where, List<string> conflicts)
    {
        if (present["type"]?.ToString() != before["type"]?.ToString() || before["type"]?.ToString() != after["type"]?.ToString())
        {
            if (!evenIfChanged && !JsonNode.DeepEquals(present, after) && !JsonNode.DeepEquals(present, before)) conflicts.Add(where);
            return (JsonObject)before.DeepClone();
        }
        var merged = (JsonObject)present.DeepClone();
        foreach (var name in before.Select(m => m.Key).Union(after.Select(m => m.Key), StringComparer.Ordinal))
        {
            var (was, then, now) = (before[name], after[name], present[name]);
            if (JsonNode.DeepEquals(was, then) || JsonNode.DeepEquals(now, was)) continue;
            if (was is JsonObject a && then is JsonObject b && now is JsonObject c) merged[name] = Merge(c, a, b, evenIfChanged, $"{where}, {name}", conflicts);
            else if (evenIfChanged || JsonNode.DeepEquals(now, then)) merged[name] = was?.DeepClone();
            else conflicts.Add($"{where}, {name}");
        }
        return merged;
    }

    private void Take(HistoryEntry entry)
    {
        if (entry.Kind == DocumentDiff.SettingsKind) TakeSettings(entry);
        else if (ObjectKind.All.FirstOrDefault(k => k.Name == entry.Kind) is not { } kind) _conflicts.Add($"{entry.Kind} {entry.Key} cannot be taken back here");
        else if (entry.Before is null) Remove(kind, entry);
        else if (entry.After is null) BringBack(kind, DocumentJson.Read(kind, entry.Before));
        else Revert(kind, entry, DocumentJson.Read(kind, entry.Before));
    }

    private void TakeSettings(HistoryEntry entry)
    {
        var merged = Merge(Parse(DocumentJson.Write(_document.Pbx)), Parse(entry.Before!), Parse(entry.After!), _evenIfChanged, "settings", _conflicts);
        _document = _document with { Pbx = merged.Deserialize<PbxSettings>(DocumentJson.Options)! };
    }

    private void Remove(ObjectKind kind, HistoryEntry entry)
    {
        if (_document.Find(kind, entry.Key) is not { } present) return;
        if (!_evenIfChanged && DocumentJson.Write(kind, present) != entry.After) _conflicts.Add($"{kind.Noun} {entry.Key}");
        _document = kind.Write(_document, kind.Read(_document).Where(o => o.Key != entry.Key));
    }

    private void BringBack(ObjectKind kind, ConfiguredObject before)
    {
        if (_document.Find(kind, before.Key) is null) _document = kind.Write(_document, kind.Read(_document).Append(before));
        else if (!_evenIfChanged) _conflicts.Add($"there is another {kind.Noun} {before.Key}");
        else Put(kind, before.Key, before);
    }

    private void Revert(ObjectKind kind, HistoryEntry entry, ConfiguredObject before)
    {
        if (_document.Find(kind, entry.Key) is not { } present)
        {
            if (_evenIfChanged) BringBack(kind, before);
            else _conflicts.Add($"{kind.Noun} {entry.Key} is not there any more");
            return;
        }
        if (before.Key != entry.Key)
        {
            if (_document.Find(kind, before.Key) is not null)
            {
                _conflicts.Add($"there is another {kind.Noun} {before.Key}");
                return;
            }
            Rename(kind, entry.Key, before.Key);
        }
        var (was, after) = (Parse(entry.Before!), Parse(entry.After!));
        var merged = Merge(Parse(DocumentJson.Write(kind, _document.Find(kind, entry.Key) ?? present)), was, after, _evenIfChanged, $"{kind.Noun} {entry.Key}", _conflicts);
        Put(kind, entry.Key, DocumentJson.Read(kind, merged.ToJsonString(DocumentJson.Options)));
    }

    /// <summary>References follow, also those that were made since then; the object itself gets its key with its other members.</summary>
    private void Rename(ObjectKind kind, string key, string former)
    {
        _document = ReferenceMap.Rewrite(_document, r => r.Kind == kind && r.Key == key ? former : r.Key);
        var origin = _renames.Where(r => r.Key.Kind == kind.Name && r.Value == key).Select(r => (ObjectRef?)r.Key).FirstOrDefault() ?? new ObjectRef(kind.Name, key);
        _renames[origin] = former;
    }

    private void Put(ObjectKind kind, string key, ConfiguredObject value) => _document = kind.Write(_document, kind.Read(_document).Select(o => o.Key == key ? value : o));

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();
}
