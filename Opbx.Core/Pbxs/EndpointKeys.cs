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

    /// <summary>The encryption purpose of a PBX's key.</summary>
    public static string Purpose(Guid pbxId) => $"Pbx.EndpointKey:{pbxId}";

    /// <summary>The owner of <paramref name="pathToken"/> when <paramref name="bearer"/> is its key, else null.</summary>
    public EndpointOwner? Open(string pathToken, string? bearer)
    {
        var entry = _byPath.GetValueOrDefault(pathToken);
        var given = SHA256.HashData(Encoding.UTF8.GetBytes(bearer ?? ""));
        var current = CryptographicOperations.FixedTimeEquals(given, entry?.Current ?? Nothing);
        var previous = CryptographicOperations.FixedTimeEquals(given, entry?.Previous ?? Nothing)
            && entry!.PreviousUntil > clock.GetUtcNow();
        return entry is not null && (current || previous) ? entry.Owner : null;
    }

    /// <summary>The owner whatever the key; null for an unknown path. Does not authenticate the caller.</summary>
    public EndpointOwner? OwnerOf(string pathToken) => _byPath.GetValueOrDefault(pathToken)?.Owner;

    /// <summary>Keys that sign its calls' state, newest first; derived from its endpoint keys, so both rotate together.</summary>
    public IReadOnlyList<byte[]> StateKeys(string pathToken) => _byPath.GetValueOrDefault(pathToken) is not { } entry ? []
        : entry.PreviousState is not null && entry.PreviousUntil > clock.GetUtcNow() ? [entry.State, entry.PreviousState] : [entry.State];

    public void Load(Pbx pbx)
    {
        if (protector.Unprotect(Purpose(pbx.Id), pbx.ProtectedEndpointKey) is not { } key) return;
        var previous = protector.Unprotect(Purpose(pbx.Id), pbx.ProtectedPreviousEndpointKey);
        _byPath[pbx.PathToken] =
            new Entry(new EndpointOwner(pbx.Id, pbx.OrganizationId), Hash(key), previous is null ? null
                : Hash(previous), pbx.PreviousEndpointKeyUntil, StateKey(key), previous is null ? null : StateKey(previous));
    }

    public void Remove(string pathToken) => _byPath.TryRemove(pathToken, out _);

    private static byte[] StateKey(string key) => HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), "opbx call state"u8);

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    private sealed record Entry(EndpointOwner Owner, byte[] Current, byte[]? Previous, DateTimeOffset? PreviousUntil, byte[] State,
        byte[]? PreviousState);
}
