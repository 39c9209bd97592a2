using System.Collections.Concurrent;
using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Opbx.Core.Persistence;

namespace Opbx.Core.Cloudonix.Sync;

/// <summary>Maps subscribers to extensions, in memory: events name subscribers by their id at Cloudonix.</summary>
public sealed class SubscriberIndex(Database database)
{
    private readonly ConcurrentDictionary<Guid, FrozenDictionary<long, string>> _byPbx = new();

    /// <summary>The number of the extension; null when the subscriber is not one of ours.</summary>
    public string? ExtensionOf(Guid pbxId, long remoteId) =>
        _byPbx.TryGetValue(pbxId, out var numbers) ? numbers.GetValueOrDefault(remoteId) : null;

    public async Task LoadAsync(CancellationToken cancel)
    {
        await using var db = database.OpenUnrestricted();
        var rows = await db.Subscribers.AsNoTracking().Where(s => s.RemoteId != null).ToListAsync(cancel);
        foreach (var ofPbx in rows.GroupBy(s => s.PbxId)) Replace(ofPbx.Key, ofPbx);
    }

    internal void Replace(Guid pbxId, IEnumerable<Subscriber> rows) => _byPbx[pbxId] = rows
        .Where(s => s.RemoteId is not null)
        .GroupBy(s => s.RemoteId!.Value)
        .ToFrozenDictionary(s => s.Key, s => s.First().Msisdn);
}
