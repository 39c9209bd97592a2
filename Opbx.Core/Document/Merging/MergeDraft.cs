using System.Text.Json.Nodes;
using Opbx.Core.Document.References;
using Opbx.Core.Document.Settings;

namespace Opbx.Core.Document.Merging;

/// <summary>Merges changes member by member, keeping other people's later changes: for undo, restore and scheduled changes.</summary>
internal sealed class MergeDraft
{
    private readonly Overlap _overlap;
    private readonly List<string> _conflicts = [];
    private readonly Dictionary<ObjectRef, string> _renames = [];
    private PbxDocument _document;

    private MergeDraft(PbxDocument document, Overlap overlap) => (_document, _overlap) = (document, overlap);

    /// <summary>Applies the steps in their order.</summary>
    public static Result<Merged> Create(PbxDocument present, IEnumerable<MergeStep> steps, Overlap overlap)
    {
        var merge = new MergeDraft(present, overlap);
        foreach (var step in steps) merge.Apply(step);
        return merge._conflicts.Count == 0 || overlap == Overlap.Keep
            ? new Merged(Draft.From(merge._document, merge._renames), merge._conflicts)
            : new Failure(FailureKind.Conflict, $"This was changed again since then: {string.Join("; ", merge._conflicts)}.",
                Places: merge._conflicts);
    }

    /// <summary>Members that somebody else changed are added to <paramref name="conflicts"/> unless they are overwritten.</summary>
    internal static JsonObject Merge(JsonObject present, JsonObject from, JsonObject to, Overlap overlap, string where,
        List<string> conflicts)
    {
        if (present["type"]?.ToString() != to["type"]?.ToString() || from["type"]?.ToString() != to["type"]?.ToString())
        {
            if (overlap == Overlap.Overwrite || JsonNode.DeepEquals(present, from) || JsonNode.DeepEquals(present, to))
                return (JsonObject)to.DeepClone();
            conflicts.Add(where);
            return (JsonObject)present.DeepClone();
        }
        var merged = (JsonObject)present.DeepClone();
        foreach (var name in to.Select(m => m.Key).Union(from.Select(m => m.Key), StringComparer.Ordinal))
        {
            var (wanted, was, now) = (to[name], from[name], present[name]);
            if (JsonNode.DeepEquals(wanted, was) || JsonNode.DeepEquals(now, wanted)) continue;
            if (wanted is JsonObject a && was is JsonObject b && now is JsonObject c)
                merged[name] = Merge(c, b, a, overlap, $"{where}, {name}", conflicts);
            else if (overlap == Overlap.Overwrite || JsonNode.DeepEquals(now, was)) merged[name] = wanted?.DeepClone();
            else conflicts.Add($"{where}, {name}");
        }
        return merged;
    }

    private void Apply(MergeStep step)
    {
        if (step.Kind == DocumentDiff.SettingsKind) ApplySettings(step);
        else if (ObjectKind.All.FirstOrDefault(k => k.Name == step.Kind) is not { } kind)
            _conflicts.Add($"{step.Kind} {step.Key} cannot be changed here");
        else if (step.To is null) Remove(kind, step);
        else if (step.From is null) Add(kind, DocumentJson.Read(kind, step.To));
        else Change(kind, step, DocumentJson.Read(kind, step.To));
    }

    private void ApplySettings(MergeStep step)
    {
        var merged = Merge(Parse(DocumentJson.Write(_document.Pbx)), Parse(step.From!), Parse(step.To!), _overlap, "settings", _conflicts);
        _document = _document with { Pbx = merged.Deserialize<PbxSettings>(DocumentJson.Options)! };
    }

    private void Remove(ObjectKind kind, MergeStep step)
    {
        if (_document.Find(kind, step.Key) is not { } present) return;
        var changed = DocumentJson.Write(kind, present) != step.From;
        if (changed && _overlap != Overlap.Overwrite) _conflicts.Add($"{kind.Noun} {step.Key}");
        if (!changed || _overlap != Overlap.Keep) _document = kind.Write(_document, kind.Read(_document).Where(o => o.Key != step.Key));
    }

    private void Add(ObjectKind kind, ConfiguredObject value)
    {
        if (_document.Find(kind, value.Key) is null) _document = kind.Write(_document, kind.Read(_document).Append(value));
        else if (_overlap != Overlap.Overwrite) _conflicts.Add($"there is another {kind.Noun} {value.Key}");
        else Put(kind, value.Key, value);
    }

    private void Change(ObjectKind kind, MergeStep step, ConfiguredObject wanted)
    {
        if (_document.Find(kind, step.Key) is not { } present)
        {
            if (_overlap == Overlap.Overwrite) Add(kind, wanted);
            else _conflicts.Add($"{kind.Noun} {step.Key} is not there any more");
            return;
        }
        var (from, to) = (Parse(step.From!), Parse(step.To!));
        if (wanted.Key != DocumentJson.Read(kind, step.From!).Key && wanted.Key != step.Key)
        {
            if (_document.Find(kind, wanted.Key) is not null)
            {
                _conflicts.Add($"there is another {kind.Noun} {wanted.Key}");
                return;
            }
            Rename(kind, step.Key, wanted.Key);
        }
        var merged = Merge(Parse(DocumentJson.Write(kind, _document.Find(kind, step.Key) ?? present)), from, to, _overlap,
            $"{kind.Noun} {step.Key}", _conflicts);
        Put(kind, step.Key, DocumentJson.Read(kind, merged.ToJsonString(DocumentJson.Options)));
    }

    /// <summary>References follow, including newer ones; the object itself gets its key with its other members.</summary>
    private void Rename(ObjectKind kind, string key, string wanted)
    {
        _document = ReferenceMap.Rewrite(_document, r => r.Kind == kind && r.Key == key ? wanted : r.Key);
        var origin = _renames.Where(r => r.Key.Kind == kind.Name && r.Value == key).Select(r => (ObjectRef?)r.Key).FirstOrDefault()
            ?? new ObjectRef(kind.Name, key);
        _renames[origin] = wanted;
    }

    private void Put(ObjectKind kind, string key, ConfiguredObject value) =>
        _document = kind.Write(_document, kind.Read(_document).Select(o => o.Key == key ? value : o));

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();
}

/// <param name="Draft">Includes the objects whose keys changed.</param>
/// <param name="Kept">Members that keep values set by somebody else.</param>
internal sealed record Merged(Draft Draft, IReadOnlyList<string> Kept);
