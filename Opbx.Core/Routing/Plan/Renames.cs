using System.Collections.Frozen;
using Opbx.Core.Document;

namespace Opbx.Core.Routing.Plan;

/// <summary>Objects that were renumbered or renamed during calls, so that a call that waits for one finds it again. Immutable.</summary>
public sealed class Renames
{
    public static readonly Renames None = new(FrozenDictionary<ObjectRef, string>.Empty);

    private readonly FrozenDictionary<ObjectRef, string> _now;

    private Renames(FrozenDictionary<ObjectRef, string> now) => _now = now;

    public bool IsEmpty => _now.Count == 0;
    public string Now(ObjectKind kind, string key) => _now.GetValueOrDefault(new ObjectRef(kind.Name, key), key);

    /// <summary>Adds one more change. A key that is in use again is no longer an old key.</summary>
    public Renames With(PbxSnapshot before, PbxSnapshot after)
    {
        var gone = before.Objects.Where(o => !after.Objects.ContainsKey(o.Key)).ToDictionary(o => o.Value.Id, o => o.Key);
        if (gone.Count == 0) return _now.Keys.Any(after.Objects.ContainsKey) ? Kept(_now, after) : this;
        var fresh = after.Objects.Where(o => gone.ContainsKey(o.Value.Id)).ToDictionary(o => gone[o.Value.Id], o => o.Key.Key);
        var now = _now.ToDictionary(o => o.Key, o => fresh.GetValueOrDefault(new ObjectRef(o.Key.Kind, o.Value), o.Value));
        foreach (var (old, key) in fresh) now[old] = key;
        return Kept(now, after);
    }

    private static Renames Kept(IEnumerable<KeyValuePair<ObjectRef, string>> renames, PbxSnapshot after) =>
        new(renames.Where(r => !after.Objects.ContainsKey(r.Key)).ToFrozenDictionary());
}
