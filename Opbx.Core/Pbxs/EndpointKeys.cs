using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Opbx.Core.Pbxs;

/// <summary>Keys of the endpoints that Cloudonix calls, in memory. A key opens only its own PBX's path; unknown path, no key and wrong key
/// are indistinguishable, also in timing. After a rotation the previous key stays valid for a while.</summary>
public sealed class EndpointKeys(SecretProtector protector, TimeProvider clock)
{
    private static readonly byte[] Nothing = new byte[SHA256.HashSizeInBytes];
    private readonly ConcurrentDictionary<string, Entry> _byPath = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Guid, string> _pathOf = new();

    /// <summary>The encryption purpose of a PBX's key.</summary>
    public static string Purpose(Guid pbxId) => $"Pbx.EndpointKey:{pbxId}";

    /// <summary>The owner of <paramref name="path"/> when <paramref name="bearer"/> is its key, else null.</summary>
    public EndpointOwner? Open(string path, string? bearer)
    {
        var entry = _byPath.GetValueOrDefault(path);
        var given = SHA256.HashData(Encoding.UTF8.GetBytes(bearer ?? ""));
        var current = CryptographicOperations.FixedTimeEquals(given, entry?.Current ?? Nothing);
        var previous = CryptographicOperations.FixedTimeEquals(given, entry?.Previous ?? Nothing) && IsRotating(entry!);
        return entry is not null && (current || previous) ? OwnerOf(entry) : null;
    }

    /// <summary>The owner of a path whatever the key, null for unknown ones. Says nothing about who asks.</summary>
    public EndpointOwner? Find(string path) => _byPath.GetValueOrDefault(path) is { } entry ? OwnerOf(entry) : null;

    /// <summary>The endpoints of a PBX; null when there is none.</summary>
    public EndpointOwner? Find(Guid pbxId) => _pathOf.GetValueOrDefault(pbxId) is { } path ? Find(path) : null;

    /// <summary>Loads the keys of a new or changed PBX.</summary>
    public void Load(Pbx pbx)
    {
        if (protector.Unprotect(Purpose(pbx.Id), pbx.ProtectedEndpointKey) is not { } key) return;
        var previous = protector.Unprotect(Purpose(pbx.Id), pbx.ProtectedPreviousEndpointKey);
        var owner = new EndpointOwner(pbx.Id, pbx.OrganizationId, pbx.PathToken, [StateKey(key)]);
        var rotating = previous is null ? owner : owner with { StateKeys = [StateKey(key), StateKey(previous)] };
        _byPath[pbx.PathToken] =
            new Entry(owner, rotating, Hash(key), previous is null ? null : Hash(previous), pbx.PreviousEndpointKeyUntil);
        _pathOf[pbx.Id] = pbx.PathToken;
    }

    /// <summary>Closes the endpoints of a deleted PBX.</summary>
    public void Remove(string path)
    {
        if (_byPath.TryRemove(path, out var entry)) _pathOf.TryRemove(entry.Owner.PbxId, out _);
    }

    private bool IsRotating(Entry entry) => entry.PreviousUntil > clock.GetUtcNow();
    private EndpointOwner OwnerOf(Entry entry) => IsRotating(entry) ? entry.Rotating : entry.Owner;
    private static byte[] StateKey(string key) => HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), "opbx call state"u8);
    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    /// <param name="Rotating">The owner while the previous key is still valid.</param>
    private sealed record Entry(EndpointOwner Owner, EndpointOwner Rotating, byte[] Current, byte[]? Previous,
        DateTimeOffset? PreviousUntil);
}
