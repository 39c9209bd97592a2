using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Opbx.Core.Persistence;

namespace Opbx.Core.Users.Acting;

/// <summary>Valid grants, in memory: checked on every request of a browser that uses one.</summary>
public sealed class ActingGrants(Database database, TimeProvider clock)
{
    private readonly ConcurrentDictionary<Guid, ActingGrant> _all = new();

    /// <summary>Raised when a grant has ended, so that open pages using it close. Handlers must be quick and must not throw.</summary>
    public event Func<Guid, Task>? Ended;

    /// <summary>Null unless the grant belongs to this person and is still valid.</summary>
    public ActingGrant? Find(Guid id, Guid userId) =>
        Holds(id) && _all.TryGetValue(id, out var grant) && grant.UserId == userId ? grant : null;

    public bool Holds(Guid id) => _all.TryGetValue(id, out var grant) && grant.Until > clock.GetUtcNow();

    public async Task LoadAsync(CancellationToken cancel)
    {
        await using var db = database.OpenUnrestricted();
        foreach (var grant in await db.ActingGrants.AsNoTracking().ToListAsync(cancel)) _all[grant.Id] = grant;
    }

    /// <summary>Includes grants that have expired but are not ended yet.</summary>
    internal IReadOnlyList<ActingGrant> Where(Func<ActingGrant, bool> condition) => [.. _all.Values.Where(condition)];

    internal void Add(ActingGrant grant) => _all[grant.Id] = grant;

    /// <summary>False when someone else was quicker.</summary>
    internal bool Remove(Guid id) => _all.TryRemove(id, out _);

    internal async Task NotifyAsync(Guid id)
    {
        foreach (var handler in Ended?.GetInvocationList() ?? []) await ((Func<Guid, Task>)handler)(id);
    }
}
