using Microsoft.EntityFrameworkCore;
using Opbx.Core.Persistence;

namespace Opbx.Core.Users.Locks;

/// <summary>Locks an account after five wrong passwords or codes: for 1, then 5, then 15 minutes. Each device on which the person
/// has signed in before is counted separately and all others together, so that outsiders cannot lock the person out.</summary>
public sealed class SignInLocks(Database database, TimeProvider clock)
{
    private const int Tries = 5;
    private static readonly TimeSpan[] Durations = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15)];
    private static readonly TimeSpan Forgotten = TimeSpan.FromHours(24);

    /// <summary>Whether this device is locked now.</summary>
    public async Task<bool> IsLockedAsync(Guid userId, string device, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await using var db = database.OpenUnrestricted();
        return await For(db, userId, device).AnyAsync(l => l.Until > now, cancel);
    }

    /// <summary>Counts an attempt before it is checked; false when it must not be. At most five simultaneous attempts pass.</summary>
    public async Task<bool> CountAsync(User user, string device, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await using var db = database.OpenUnrestricted();
        await For(db, user.Id, device).Where(l => l.LastAt < now - Forgotten).ExecuteDeleteAsync(cancel);
        while (true)
        {
            var counted = await For(db, user.Id, device).Where(l => (l.Until == null || l.Until <= now) && l.Failures < Tries)
                .ExecuteUpdateAsync(set => set.SetProperty(l => l.Failures, l => l.Failures + 1).SetProperty(l => l.LastAt, now), cancel);
            if (counted == 0)
            {
                if (!await For(db, user.Id, device).AnyAsync(cancel))
                {
                    await AddAsync(user, device, now, cancel);
                    continue;
                }
            }

            await LockAsync(db, user.Id, device, now, cancel);
            return counted > 0;
        }
    }

    /// <summary>Resets the counter of the device, because the person has just been authenticated.</summary>
    public async Task ClearAsync(Guid userId, string device, CancellationToken cancel)
    {
        await using var db = database.OpenUnrestricted();
        await For(db, userId, device).ExecuteDeleteAsync(cancel);
    }

    /// <summary>Resets all counters of the person, because the password was replaced.</summary>
    public async Task ClearAsync(Guid userId, CancellationToken cancel)
    {
        await using var db = database.OpenUnrestricted();
        await db.SignInLocks.Where(l => l.UserId == userId).ExecuteDeleteAsync(cancel);
    }

    private static IQueryable<SignInLock> For(OpbxDbContext db, Guid userId, string device) =>
        db.SignInLocks.Where(l => l.UserId == userId && l.Device == device);

    /// <summary>Locks when the attempts are used up; of simultaneous requests only one does it.</summary>
    private static async Task LockAsync(OpbxDbContext db, Guid userId, string device, DateTimeOffset now, CancellationToken cancel)
    {
        var present = await For(db, userId, device).AsNoTracking().FirstOrDefaultAsync(cancel);
        if (present is not { Failures: >= Tries }) return;
        var until = now + Durations[Math.Min(present.Level, Durations.Length - 1)];
        await For(db, userId, device).Where(l => l.Level == present.Level && l.Failures >= Tries)
            .ExecuteUpdateAsync(set => set.SetProperty(l => l.Failures, 0).SetProperty(l => l.Level, present.Level + 1)
            .SetProperty(l => l.Until, until), cancel);
    }

    private async Task AddAsync(User user, string device, DateTimeOffset now, CancellationToken cancel)
    {
        await using var db = database.OpenUnrestricted();
        db.SignInLocks.Add(
            new SignInLock {
                Id = Guid.CreateVersion7(now), OrganizationId = user.OrganizationId, UserId = user.Id, Device = device,
                LastAt = now
            });
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException) when (!cancel.IsCancellationRequested)
        {
            // Another attempt was quicker. If the person is gone there is nothing to count, and the next read finds no row either.
            if (!await db.Users.AnyAsync(u => u.Id == user.Id, cancel)) throw;
        }
    }
}
