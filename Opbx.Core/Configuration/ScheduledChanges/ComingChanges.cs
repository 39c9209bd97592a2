using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Opbx.Core.Persistence;

namespace Opbx.Core.Configuration.ScheduledChanges;

/// <summary>The scheduled changes that are to begin or to end, in memory, so that the clock and the simulator need no database to look at
/// them.</summary>
public sealed class ComingChanges
{
    private readonly ConcurrentDictionary<Guid, ScheduledChange> _changes = new();
    private readonly KeyedLock _turns = new();
    private readonly Database _database;

    /// <summary>Follows the configuration: changes of a PBX that is deleted are forgotten.</summary>
    public ComingChanges(Database database, ConfigurationStore store)
    {
        _database = database;
        store.Changed += change =>
        {
            if (change.After is null) Remove(change.PbxId);
        };
    }

    /// <summary>Those of a PBX, by the time they begin.</summary>
    public IReadOnlyList<ScheduledChange> For(Guid pbxId) =>
        [.. _changes.Values.Where(c => c.PbxId == pbxId).OrderBy(c => c.StartsAt).ThenBy(c => c.Id)];

    /// <summary>The change, while it is to begin or to end.</summary>
    internal ScheduledChange? Find(Guid id) => _changes.GetValueOrDefault(id);

    /// <summary>Waits until nobody else plans, begins, ends or takes back a change of the PBX; disposing lets the next one in.</summary>
    internal Task<IDisposable> TurnAsync(Guid pbxId, CancellationToken cancel) => _turns.EnterAsync(pbxId.ToString(), cancel);

    /// <summary>Those that are to begin or to end by now, in the order of time.</summary>
    internal IReadOnlyList<ScheduledChange> Due(DateTimeOffset now) => [.. _changes.Values.Where(c => Next(c) <= now).OrderBy(Next)];

    /// <summary>Reads them at start.</summary>
    public async Task LoadAsync(CancellationToken cancel)
    {
        await using var db = _database.OpenUnrestricted();
        foreach (var change in await db.ScheduledChanges.AsNoTracking()
            .Where(c => c.State == ScheduledChangeState.Planned || c.State == ScheduledChangeState.Active).ToListAsync(cancel)) Put(change);
    }

    /// <summary>Takes over a stored change.</summary>
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
