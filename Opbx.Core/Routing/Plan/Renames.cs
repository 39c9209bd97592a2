using System.Collections.Frozen;
using Opbx.Core.Document;

namespace Opbx.Core.Routing.Plan;

/// <summary>Objects that got another number or name while calls went on, so that a call which waits for one finds it again.
/// Immutable.</summary>
public sealed class Renames
{
    public static readonly Renames None = new(FrozenDictionary<ObjectRef, string>.Empty);

    private readonly FrozenDictionary<ObjectRef, string> _now;

    private Renames(FrozenDictionary<ObjectRef, string> now) => _now = now;

    /// <summary>Whether nothing was renamed.</summary>
    public bool IsEmpty => _now.Count == 0;

    public string Now(ObjectKind kind, string key) => _now.GetValueOrDefault(new ObjectRef(kind.Name, key), key);

    /// <summary>What is known with one more change. A key that an object has again is no old one.</summary>
    /// <param name="before">The configuration before.</param>
    /// <param name="after">The configuration after.</param>
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
