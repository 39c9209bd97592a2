using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Opbx.Core.Persistence;

namespace Opbx.Core.Users.Acting;

/// <summary>The grants that hold, in memory: every request of a browser that knows one asks here.</summary>
public sealed class ActingGrants(Database database, TimeProvider clock)
{
    private readonly ConcurrentDictionary<Guid, ActingGrant> _all = new();

    /// <summary>Raised when a grant has ended; open pages that use it close. Handlers must be quick and must not throw.</summary>
    public event Func<Guid, Task>? Ended;

    /// <summary>The grant, when it is this person's and still holds.</summary>
    public ActingGrant? Find(Guid id, Guid userId) =>
        Holds(id) && _all.TryGetValue(id, out var grant) && grant.UserId == userId ? grant : null;

    public bool Holds(Guid id) => _all.TryGetValue(id, out var grant) && grant.Until > clock.GetUtcNow();

    /// <summary>Reads them at start.</summary>
    public async Task LoadAsync(CancellationToken cancel)
    {
        await using var db = database.OpenUnrestricted();
        foreach (var grant in await db.ActingGrants.AsNoTracking().ToListAsync(cancel)) _all[grant.Id] = grant;
    }

    /// <summary>Grants that fulfil a condition, also those that are over and not yet ended.</summary>
    internal IReadOnlyList<ActingGrant> Where(Func<ActingGrant, bool> condition) => [.. _all.Values.Where(condition)];

    internal void Add(ActingGrant grant) => _all[grant.Id] = grant;

    /// <summary>Takes it out; false when somebody else was quicker.</summary>
    internal bool Remove(Guid id) => _all.TryRemove(id, out _);

    internal async Task NotifyAsync(Guid id)
    {
        foreach (var handler in Ended?.GetInvocationList() ?? []) await ((Func<Guid, Task>)handler)(id);
    }
}
