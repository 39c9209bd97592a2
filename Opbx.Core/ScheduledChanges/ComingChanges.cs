using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Opbx.Core.Persistence;

namespace Opbx.Core.ScheduledChanges;

/// <summary>The scheduled changes that are to begin or to end, in memory, so that the clock and the simulator need no database to look at them.</summary>
public sealed class ComingChanges(Database database)
{
    private readonly ConcurrentDictionary<Guid, ScheduledChange> _changes = new();

    /// <summary>One that is begun, ended or taken back at a time.</summary>
    internal SemaphoreSlim Gate { get; } = new(1, 1);

    /// <summary>Those of a PBX, by the time they begin.</summary>
    public IReadOnlyList<ScheduledChange> Of(Guid pbxId) => [.. _changes.Values.Where(c => c.PbxId == pbxId).OrderBy(c => c.StartsAt).ThenBy(c => c.Id)];

    /// <summary>Those that are to begin or to end by now, in the order of time.</summary>
    internal IReadOnlyList<ScheduledChange> Due(DateTimeOffset now) => [.. _changes.Values.Where(c => Next(c) <= now).OrderBy(Next)];

    /// <summary>Reads them at start.</summary>
    public async Task LoadAsync(CancellationToken cancel)
    {
        await using var db = database.OpenUnrestricted();
        foreach (var change in await db.ScheduledChanges.AsNoTracking().Where(c => c.State == ScheduledChangeState.Planned || c.State == ScheduledChangeState.Active).ToListAsync(cancel)) Put(change);
    }

    /// <summary>Takes over a stored change.</summary>
    internal void Put(ScheduledChange change)
    {
        if (change.State is ScheduledChangeState.Planned or ScheduledChangeState.Active) _changes[change.Id] = change;
        else _changes.TryRemove(change.Id, out _);
    }

    /// <summary>Forgets those of a PBX that was deleted.</summary>
    internal void Forget(Guid pbxId)
    {
        foreach (var change in Of(pbxId)) _changes.TryRemove(change.Id, out _);
    }

    private static DateTimeOffset? Next(ScheduledChange change) => change.State == ScheduledChangeState.Planned ? change.StartsAt : change.EndsAt;
}
