using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Opbx.Core.Persistence;

namespace Opbx.Core.Configuration.ScheduledChanges;

/// <summary>Scheduled changes that will begin or end, in memory, so that job and simulator need no database.</summary>
public sealed class ComingChanges
{
    private readonly ConcurrentDictionary<Guid, ScheduledChange> _changes = new();
    private readonly KeyedLock _turns = new();
    private readonly Database _database;

    /// <summary>Follows the configuration: changes of deleted PBXs are dropped.</summary>
    public ComingChanges(Database database, ConfigurationStore store)
    {
        _database = database;
        store.Changed += change =>
        {
            if (change.After is null) Remove(change.PbxId);
        };
    }

    /// <summary>By start time.</summary>
    public IReadOnlyList<ScheduledChange> For(Guid pbxId) =>
        [.. _changes.Values.Where(c => c.PbxId == pbxId).OrderBy(c => c.StartsAt).ThenBy(c => c.Id)];

    /// <summary>Null once the change has neither to begin nor to end.</summary>
    internal ScheduledChange? Find(Guid id) => _changes.GetValueOrDefault(id);

    /// <summary>Waits until nobody else schedules, begins, ends or cancels a change of the PBX; dispose to release.</summary>
    internal Task<IDisposable> TurnAsync(Guid pbxId, CancellationToken cancel) => _turns.EnterAsync(pbxId.ToString(), cancel);

    /// <summary>Changes that must begin or end now, in order of time.</summary>
    internal IReadOnlyList<ScheduledChange> Due(DateTimeOffset now) => [.. _changes.Values.Where(c => Next(c) <= now).OrderBy(Next)];

    public async Task LoadAsync(CancellationToken cancel)
    {
        await using var db = _database.OpenUnrestricted();
        foreach (var change in await db.ScheduledChanges.AsNoTracking()
            .Where(c => c.State == ScheduledChangeState.Planned || c.State == ScheduledChangeState.Active).ToListAsync(cancel)) Put(change);
    }

    internal void Put(ScheduledChange change)
    {
        if (change.State is ScheduledChangeState.Planned or ScheduledChangeState.Active) _changes[change.Id] = change;
        else _changes.TryRemove(change.Id, out _);
    }

    private void Remove(Guid pbxId)
    {
        foreach (var change in For(pbxId)) _changes.TryRemove(change.Id, out _);
    }

    private static DateTimeOffset? Next(ScheduledChange change) =>
        change.State == ScheduledChangeState.Planned ? change.StartsAt : change.EndsAt;
}
