using Microsoft.EntityFrameworkCore;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;
using Opbx.Core.Users.Locks;

namespace Opbx.Core.Users;

public sealed class UserDirectory(Database database, TimeProvider clock)
{
    /// <summary>Ordered by name; the search text is part of name or address.</summary>
    public async Task<Result<Page<UserItem>>> ListAsync(Actor actor, ListQuery query, CancellationToken cancel)
    {
        if (!actor.May(Permission.ViewUsers)) return Failure.Forbidden();
        await using var db = database.OpenFor(actor.OrganizationId);
        // In memory: an organization has few users, and databases compare letters differently.
        var locked = await LockedAsync(db, cancel);
        var users = (await db.Users.AsNoTracking().ToListAsync(cancel)).Where(u => Matches(u, query.Search))
            .OrderBy(u => u.DisplayName, StringComparer.OrdinalIgnoreCase).ThenBy(u => u.Id).ToList();
        return new Page<UserItem>([.. users.Skip(query.Skip).Take(query.Take).Select(u => UserItem.From(u, locked.Contains(u.Id)))],
            users.Count);
    }

    public async Task<Result<UserItem>> GetAsync(Actor actor, Guid id, CancellationToken cancel)
    {
        if (!actor.May(Permission.ViewUsers)) return Failure.Forbidden();
        await using var db = database.OpenFor(actor.OrganizationId);
        return await db.Users.AsNoTracking().FirstOrDefaultAsync(u => u.Id == id, cancel) is { } user
            ? UserItem.From(user, (await LockedAsync(db, cancel)).Contains(user.Id)) : Failure.NotFound("This user");
    }

    /// <summary>People locked on unknown devices because of too many wrong passwords.</summary>
    private async Task<HashSet<Guid>> LockedAsync(OpbxDbContext db, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return [.. await db.SignInLocks.Where(l => l.Until > now && l.Device == SignInLock.Strangers).Select(l => l.UserId)
            .ToListAsync(cancel)];
    }

    private static bool Matches(User user, string? search) =>
        string.IsNullOrWhiteSpace(search) || user.Email!.Contains(search.Trim(), StringComparison.OrdinalIgnoreCase)
            || user.DisplayName.Contains(search.Trim(), StringComparison.OrdinalIgnoreCase);
}
