using System.Text.Json.Nodes;

namespace Opbx.Core.Document;

public static class DocumentDiff
{
    /// <summary>The name of the PBX settings in rows and history.</summary>
    public const string SettingsKind = "pbx";

    /// <summary>Objects that differ; <paramref name="renames"/> maps (list, key before) to the key after.</summary>
    public static IReadOnlyList<ObjectChange> Objects(PbxDocument before, PbxDocument after, IReadOnlyDictionary<ObjectRef, string> renames)
    {
        var changes = new List<ObjectChange>();
        var (settingsBefore, settingsAfter) = (DocumentJson.Write(before.Pbx), DocumentJson.Write(after.Pbx));
        if (settingsBefore != settingsAfter)
            changes.Add(new ObjectChange(null, settingsBefore, settingsAfter, SettingsKind, SettingsKind, 0));
        foreach (var kind in ObjectKind.All)
        {
            var old = kind.Read(before).Select((item, position) => (item, position))
                .ToDictionary(o => renames.GetValueOrDefault(new ObjectRef(kind.Name, o.item.Key), o.item.Key), StringComparer.Ordinal);
            foreach (var (position, item) in kind.Read(after).Index())
            {
                var text = DocumentJson.Write(kind, item);
                if (!old.Remove(item.Key, out var was)) changes.Add(new ObjectChange(kind, null, text, item.Key, item.Key, position));
                else if (DocumentJson.Write(kind, was.item) is var former && former != text)
                    changes.Add(new ObjectChange(kind, former, text, was.item.Key, item.Key, position));
            }
            changes.AddRange(
                old.Values.Select(
                    gone => new ObjectChange(kind, DocumentJson.Write(kind, gone.item), null, gone.item.Key, gone.item.Key,
                        gone.position)));
        }
        return changes;
    }

    public static IReadOnlyList<MemberChange> Members(IEnumerable<ObjectChange> changes)
    {
        var members = new List<MemberChange>();
        foreach (var change in changes)
        {
            var path = change.Kind is null ? "/pbx" : JsonPointer.Item("/" + change.Kind.Name, change.Position);
            Compare(path, change.Before is null ? null : JsonNode.Parse(change.Before),
                change.After is null ? null : JsonNode.Parse(change.After), members);
        }
        return members;
    }

    private static void Compare(string path, JsonNode? before, JsonNode? after, List<MemberChange> members)
    {
        if (JsonNode.DeepEquals(before, after)) return;
        if (before is JsonObject old && after is JsonObject now && old["type"]?.ToString() == now["type"]?.ToString())
        {
            foreach (var name in now.Select(m => m.Key).Union(old.Select(m => m.Key), StringComparer.Ordinal))
                Compare(JsonPointer.Member(path, name), old[name], now[name], members);
            return;
        }
        members.Add(new MemberChange(path, before is null ? "added" : after is null ? "removed" : "changed", before?.DeepClone(),
            after?.DeepClone()));
    }
}
