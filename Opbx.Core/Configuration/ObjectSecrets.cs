using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;

namespace Opbx.Core.Configuration;

/// <summary>Secrets of configured objects, encrypted in the database; decrypted in memory for deliveries and synchronization.</summary>
public sealed class ObjectSecrets(Database database, SecretProtector protector)
{
    private static readonly IReadOnlyDictionary<string, string> None = new Dictionary<string, string>(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Guid, IReadOnlyDictionary<string, string>> _byObject = new();

    public IReadOnlyDictionary<string, string> For(Guid objectId) => _byObject.GetValueOrDefault(objectId, None);

    public Task<string?> ReadAsync(Guid objectId, string place, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        return Task.FromResult(For(objectId).GetValueOrDefault(place));
    }

    /// <summary>Replaces one secret, for example a phone's password adopted from Cloudonix.</summary>
    public async Task WriteAsync(Actor actor, Guid objectId, string place, string value, CancellationToken cancel)
    {
        await using var db = database.OpenFor(actor.OrganizationId);
        var row = await db.ConfiguredObjects.FirstOrDefaultAsync(r => r.Id == objectId, cancel);
        if (row is null) return;
        var secrets = new Dictionary<string, string>(For(objectId), StringComparer.Ordinal) { [place] = value };
        row.ProtectedSecrets = Protect(objectId, secrets);
        await db.SaveChangesAsync(cancel);
        _byObject[objectId] = secrets;
    }

    internal string? Protect(Guid objectId, IReadOnlyDictionary<string, string> secrets) =>
        secrets.Count == 0 ? null : protector.Protect(Purpose(objectId), JsonSerializer.Serialize(secrets));

    internal void Load(Guid objectId, string? cipher)
    {
        if (protector.Unprotect(Purpose(objectId), cipher) is { } json)
            _byObject[objectId] = JsonSerializer.Deserialize<Dictionary<string, string>>(json)!;
    }

    internal void Remember(Guid objectId, IReadOnlyDictionary<string, string> secrets)
    {
        if (secrets.Count == 0) _byObject.TryRemove(objectId, out _);
        else _byObject[objectId] = secrets;
    }

    internal static string Purpose(Guid objectId) => $"Object.Secrets:{objectId}";
}
