using Opbx.Core.Document;

namespace Opbx.Core.Configuration;

/// <summary>What memory must be updated with after a change was committed.</summary>
internal sealed class RecordedChange(ObjectSecrets store, Dictionary<ObjectRef, ObjectInfo> objects)
{
    private readonly List<Guid> _gone = [];

    public Dictionary<ObjectRef, ObjectInfo> Objects { get; } = objects;

    /// <summary>Secrets of the objects that were written.</summary>
    public Dictionary<Guid, IReadOnlyDictionary<string, string>> Secrets { get; } = [];

    public void Gone(ObjectChange change, Guid id)
    {
        Objects.Remove(new ObjectRef(change.KindName, change.BeforeKey));
        _gone.Add(id);
    }

    /// <summary>Updates the secrets in memory; call it after the commit.</summary>
    public void Remember()
    {
        foreach (var (id, values) in Secrets) store.Remember(id, values);
        foreach (var id in _gone) store.Remember(id, new Dictionary<string, string>(StringComparer.Ordinal));
    }
}
