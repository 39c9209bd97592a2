using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;
using Opbx.Core.Persistence.Tenancy;

namespace Opbx.Core.Users;

/// <summary>Every usable API key in memory, by hash: no database access for lookups, and a revoked key stops working at once.</summary>
public sealed class ApiKeyIndex(Database database, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, ApiKey> _keys = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Guid, DateTimeOffset> _used = new();
    private readonly ConcurrentDictionary<Guid, byte> _revoked = new();

    /// <summary>The actor of the key; null when it is unknown, expired or revoked.</summary>
    public Actor? Open(string key)
    {
        if (!ApiKeyText.IsWellFormed(key)) return null;
        var hash = ApiKeyText.Hash(key);
        if (!_keys.TryGetValue(Convert.ToHexString(hash), out var found) || !CryptographicOperations.FixedTimeEquals(hash, found.Hash))
            return null;
        var now = clock.GetUtcNow();
        if (found.ExpiresAt <= now) return null;
        _used[found.Id] = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMinute));
        return new Actor(found.OrganizationId, found.Role, $"API key {found.Name}", ActorSource.Api,
            IsPlatformAdmin: found.IsPlatformAdmin);
    }

    /// <summary>Loads all keys, at start and whenever an organization was suspended or activated.</summary>
    public async Task LoadAsync(CancellationToken cancel)
    {
        // Keys created or revoked while the rows are being read are newer than the rows.
        var before = _keys.Keys.ToList();
        await using var db = database.OpenUnrestricted();
        var keys = await db.ApiKeys.AsNoTracking()
            .Where(k => k.RevokedAt == null && db.Set<Organization>().Any(o => o.Id == k.OrganizationId && o.Active)).ToListAsync(cancel);
        var wanted = keys.ToDictionary(k => Convert.ToHexString(k.Hash), StringComparer.Ordinal);
        foreach (var gone in before.Where(k => !wanted.ContainsKey(k))) _keys.TryRemove(gone, out _);
        foreach (var key in keys) Add(key);
    }

    /// <summary>To the minute; includes uses that are not stored yet.</summary>
    public DateTimeOffset? LastUsed(ApiKey key) => _used.TryGetValue(key.Id, out var at) ? at : key.LastUsedAt;

    /// <summary>Called once a minute.</summary>
    public async Task StoreUsesAsync(CancellationToken cancel)
    {
        if (_used.IsEmpty) return;
        await using var db = database.OpenUnrestricted();
        foreach (var (id, at) in _used.ToArray())
        {
            await db.ApiKeys.Where(k => k.Id == id).ExecuteUpdateAsync(set => set.SetProperty(k => k.LastUsedAt, at), cancel);
            _used.TryRemove(KeyValuePair.Create(id, at));
        }
    }

    internal void Add(ApiKey key)
    {
        _keys[Convert.ToHexString(key.Hash)] = key;
        if (_revoked.ContainsKey(key.Id)) Remove(key);
    }

    internal void Remove(ApiKey key)
    {
        _revoked.TryAdd(key.Id, 0);
        _keys.TryRemove(Convert.ToHexString(key.Hash), out _);
    }
}
