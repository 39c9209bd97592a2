using System.Collections.Concurrent;
using Opbx.Core.Document;

namespace Opbx.Core.Configuration;

/// <summary>The configuration of every PBX in memory. Replaced atomically after each commit; reading never touches the database.</summary>
public sealed class ConfigurationStore
{
    private readonly ConcurrentDictionary<Guid, PbxSnapshot> _snapshots = new();

    /// <summary>Raised after a snapshot was replaced or removed; handlers must be quick and must not throw.</summary>
    public event Action<SnapshotChange>? Changed;

    /// <summary>The PBX's configuration, or null.</summary>
    public PbxSnapshot? Find(Guid pbxId) => _snapshots.GetValueOrDefault(pbxId);

    public ICollection<PbxSnapshot> All => _snapshots.Values;

    /// <summary>The organization's PBXs, by name.</summary>
    public IReadOnlyList<PbxSnapshot> OfOrganization(Guid organizationId) =>
        [.. _snapshots.Values.Where(s => s.OrganizationId == organizationId)
            .OrderBy(s => s.Document.Pbx.Name, StringComparer.OrdinalIgnoreCase)];

    /// <summary>Puts a newer snapshot in place; an older one than the present is ignored.</summary>
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

    /// <summary>Takes a deleted PBX out.</summary>
    public void Remove(Guid pbxId)
    {
        if (_snapshots.TryRemove(pbxId, out var before)) Changed?.Invoke(new SnapshotChange(pbxId, before, null));
    }
}
