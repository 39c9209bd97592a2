using System.Collections.Concurrent;
using Opbx.Core.Document;

namespace Opbx.Core.Configuration;

/// <summary>The configuration of every PBX in memory. Replaced atomically after each commit; reads never touch the database.</summary>
public sealed class ConfigurationStore
{
    private readonly ConcurrentDictionary<Guid, PbxSnapshot> _snapshots = new();

    /// <summary>Raised after a snapshot was replaced or removed; handlers must be quick and must not throw.</summary>
    public event Action<SnapshotChange>? Changed;

    public PbxSnapshot? Find(Guid pbxId) => _snapshots.GetValueOrDefault(pbxId);
    public ICollection<PbxSnapshot> All => _snapshots.Values;

    /// <summary>By name.</summary>
    public IReadOnlyList<PbxSnapshot> OfOrganization(Guid organizationId) =>
        [.. _snapshots.Values.Where(s => s.OrganizationId == organizationId)
            .OrderBy(s => s.Document.Pbx.Name, StringComparer.OrdinalIgnoreCase)];

    /// <summary>Stores a newer snapshot; an older one is ignored.</summary>
    public void Replace(PbxSnapshot snapshot)
    {
        PbxSnapshot? before = null;
        _snapshots.AddOrUpdate(snapshot.PbxId, snapshot, (_, present) =>
        {
            before = present;
            return present.Version > snapshot.Version ? present : snapshot;
        });
        Changed?.Invoke(new SnapshotChange(snapshot.PbxId, before, snapshot));
    }

    public void Remove(Guid pbxId)
    {
        if (_snapshots.TryRemove(pbxId, out var before)) Changed?.Invoke(new SnapshotChange(pbxId, before, null));
    }
}
