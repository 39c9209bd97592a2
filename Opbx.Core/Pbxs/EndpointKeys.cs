using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Opbx.Core.Pbxs;

/// <summary>Keys of the endpoints that Cloudonix calls, in memory. A key opens only the path of its own PBX; an unknown path, no key and a wrong key
/// look alike
/// and take the same time. After a rotation the key before opens a little longer.</summary>
public sealed class EndpointKeys(SecretProtector protector, TimeProvider clock)
{
    private static readonly byte[] Nothing = new byte[SHA256.HashSizeInBytes];
    private readonly ConcurrentDictionary<string, Entry> _byPath = new(StringComparer.Ordinal);

    /// <summary>The purpose under which a PBX's key is encrypted.</summary>
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

    /// <summary>Whose endpoint this path is, whatever the key; null for unknown ones. Says nothing about who asks.</summary>
    public EndpointOwner? OwnerOf(string pathToken) => _byPath.GetValueOrDefault(pathToken)?.Owner;

    /// <summary>Keys that sign the state of the PBX's calls, the newest first; made from its endpoint keys, so that they change with
    /// them.</summary>
    public IReadOnlyList<byte[]> StateKeys(string pathToken) => _byPath.GetValueOrDefault(pathToken) is not { } entry ? []
        : entry.PreviousState is not null && entry.PreviousUntil > clock.GetUtcNow() ? [entry.State, entry.PreviousState] : [entry.State];

    /// <summary>Takes the keys of a new or changed PBX.</summary>
    public void Load(Pbx pbx)
    {
        if (protector.Unprotect(Purpose(pbx.Id), pbx.ProtectedEndpointKey) is not { } key) return;
        var previous = protector.Unprotect(Purpose(pbx.Id), pbx.ProtectedPreviousEndpointKey);
        _byPath[pbx.PathToken] =
            new Entry(new EndpointOwner(pbx.Id, pbx.OrganizationId), Hash(key), previous is null ? null
                : Hash(previous), pbx.PreviousEndpointKeyUntil, StateKey(key), previous is null ? null : StateKey(previous));
    }

    /// <summary>Closes the endpoints of a deleted PBX.</summary>
    public void Remove(string pathToken) => _byPath.TryRemove(pathToken, out _);

    private static byte[] StateKey(string key) => HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), "opbx call state"u8);

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    private sealed record Entry(EndpointOwner Owner, byte[] Current, byte[]? Previous, DateTimeOffset? PreviousUntil, byte[] State,
        byte[]? PreviousState);
}
