using Microsoft.EntityFrameworkCore;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;

namespace Opbx.Core.Users.Sessions;

/// <summary>Lists and ends sessions: everyone their own, owners and administrators those of people they may change.</summary>
public sealed class SessionEditor(Database database, SessionRegister register, SessionEnds ends, TimeProvider clock)
{
    /// <summary>Active sessions of a person, last used first.</summary>
    public async Task<Result<SessionList>> ListAsync(Actor actor, Guid userId, CancellationToken cancel)
    {
        await using var db = database.OpenFor(actor.OrganizationId);
        if (await RefusalAsync(db, actor, userId, cancel) is { } refusal) return refusal;
        var sessions = await AliveAsync(db, userId, cancel);
        return new SessionList(
            [.. sessions.Select(s => new SessionItem(s.Id, s.Device, s.Address, s.StartedAt, register.SeenAt(s)))
                .OrderByDescending(s => s.SeenAt)]);
    }

    /// <summary>Ends one session; its open pages close at once.</summary>
    public Task<Result<Done>> EndAsync(Actor actor, Guid userId, Guid sessionId, CancellationToken cancel) =>
        EndAsync(actor, userId, s => s.Id == sessionId, cancel);

    /// <summary>Ends all sessions of a person except one, if given.</summary>
    public Task<Result<Done>> EndOthersAsync(Actor actor, Guid userId, Guid? staying, CancellationToken cancel) =>
        EndAsync(actor, userId, s => s.Id != staying, cancel);

    /// <summary>Ends the session on sign-out. Open pages are notified by <see cref="CloseAsync"/>.</summary>
    public async Task SignOutAsync(Guid userId, Guid sessionId, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await using var db = database.OpenUnrestricted();
        await db.UserSessions.Where(s => s.Id == sessionId && s.UserId == userId && s.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now), cancel);
        register.Remove(sessionId);
    }

    /// <summary>Closes what is still open in an ended session.</summary>
    public Task CloseAsync(Guid userId, Guid sessionId) => ends.NotifyAsync(userId, sessionId);

    private async Task<Result<Done>> EndAsync(Actor actor, Guid userId, Func<UserSession, bool> which, CancellationToken cancel)
    {
        await using var db = database.OpenFor(actor.OrganizationId);
        if (await RefusalAsync(db, actor, userId, cancel) is { } refusal) return refusal;
        await EndAsync(db, [.. (await AliveAsync(db, userId, cancel)).Where(which)], cancel);
        return default(Done);
    }

    private async Task EndAsync(OpbxDbContext db, IReadOnlyList<UserSession> sessions, CancellationToken cancel)
    {
        foreach (var session in sessions) session.EndedAt = clock.GetUtcNow();
        await db.SaveChangesAsync(cancel);
        foreach (var session in sessions)
        {
            register.Remove(session.Id);
            await ends.NotifyAsync(session.UserId, session.Id);
        }
    }

    private async Task<IReadOnlyList<UserSession>> AliveAsync(OpbxDbContext db, Guid userId, CancellationToken cancel)
    {
        var since = clock.GetUtcNow() - SessionRegister.Longest;
        return [.. (await db.UserSessions.Where(s => s.UserId == userId && s.EndedAt == null && s.StartedAt > since && db.Set<User>()
            .Any(u => u.Id == userId && u.SecurityStamp == s.Stamp)).ToListAsync(cancel)).Where(register.IsAlive)];
    }

    private static async Task<Failure?> RefusalAsync(OpbxDbContext db, Actor actor, Guid userId, CancellationToken cancel)
    {
        if (actor.UserId == userId) return null;
        if (!actor.May(Permission.ManageUsers)) return Failure.Forbidden();
        if (await db.Users.AsNoTracking().FirstOrDefaultAsync(u => u.Id == userId, cancel) is not { } user)
            return Failure.NotFound("This user");
        return UserEditor.MayTouch(actor, user) ? null : Failure.Forbidden();
    }
}
