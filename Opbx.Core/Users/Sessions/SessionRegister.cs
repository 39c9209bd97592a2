using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Opbx.Core.Persistence;

namespace Opbx.Core.Users.Sessions;

/// <summary>Which sessions are alive: at most twelve hours from their start, and one hour after the person's last activity. Kept in
/// memory, so that requests read no database; the last activity is stored once a minute.</summary>
public sealed class SessionRegister(Database database, TimeProvider clock)
{
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    /// <summary>Longest inactivity.</summary>
    public static readonly TimeSpan LongestIdle = TimeSpan.FromMinutes(60);

    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);
    private readonly ConcurrentDictionary<Guid, Live> _known = new();

    public async Task<Guid> BeginAsync(User user, string device, string address, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var session =
            new UserSession {
                Id = Guid.NewGuid(), OrganizationId = user.OrganizationId, UserId = user.Id, Device = device,
                Address = address, Stamp = user.SecurityStamp ?? "", StartedAt = now, SeenAt = now
            };
        await using var db = database.OpenUnrestricted();
        db.UserSessions.Add(session);
        await db.SaveChangesAsync(cancel);
        _known[session.Id] = new Live(now, now);
        return session.Id;
    }

    /// <summary>Whether the session is alive as far as this process knows.</summary>
    public async ValueTask<bool> IsAliveAsync(Guid id, CancellationToken cancel) =>
        _known.TryGetValue(id, out var live) ? IsAlive(live) : await ConfirmAsync(id, cancel);

    /// <summary>Checks the store too: another portal instance may have ended the session, or the person may be active there.</summary>
    public async Task<bool> ConfirmAsync(Guid id, CancellationToken cancel)
    {
        await using var db = database.OpenUnrestricted();
        var stored = await db.UserSessions
            .Where(s => s.Id == id && s.EndedAt == null && db.Set<User>().Any(u => u.Id == s.UserId && u.SecurityStamp == s.Stamp))
            .Select(s => new Live(s.StartedAt, s.SeenAt)).FirstOrDefaultAsync(cancel);
        if (stored is null)
        {
            Remove(id);
            return false;
        }

        var live = _known.AddOrUpdate(id, stored, (_, known) => known.SeenAt > stored.SeenAt ? known : stored);
        return IsAlive(live);
    }

    /// <summary>Keeps a session alive although the person's security stamp has changed, because the person changed it there.</summary>
    public async Task RenewAsync(Guid id, User user, CancellationToken cancel)
    {
        await using var db = database.OpenUnrestricted();
        await db.UserSessions.Where(s => s.Id == id && s.UserId == user.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.Stamp, user.SecurityStamp ?? ""), cancel);
    }

    public void Seen(Guid id)
    {
        if (_known.TryGetValue(id, out var live) && IsAlive(live))
            _known.TryUpdate(id, live with { SeenAt = clock.GetUtcNow(), Stored = false }, live);
    }

    /// <summary>When the person was last active in a session; includes what is not stored yet.</summary>
    public DateTimeOffset SeenAt(UserSession session) =>
        _known.TryGetValue(session.Id, out var live) && live.SeenAt > session.SeenAt ? live.SeenAt : session.SeenAt;

    public bool IsAlive(UserSession session) => session.EndedAt is null && IsAlive(new Live(session.StartedAt, SeenAt(session)));

    /// <summary>Stores the last activity and removes sessions long over; called once a minute.</summary>
    public async Task StoreAsync(CancellationToken cancel)
    {
        await using var db = database.OpenUnrestricted();
        foreach (var (id, live) in _known.ToArray())
        {
            if (!live.Stored)
            {
                await db.UserSessions.Where(s => s.Id == id && s.SeenAt < live.SeenAt)
                    .ExecuteUpdateAsync(set => set.SetProperty(s => s.SeenAt, live.SeenAt), cancel);
                _known.TryUpdate(id, live with { Stored = true }, live);
            }

            if (!IsAlive(live)) Remove(id);
        }

        var old = clock.GetUtcNow() - Kept;
        await db.UserSessions.Where(s => s.StartedAt < old).ExecuteDeleteAsync(cancel);
    }

    internal void Remove(Guid id) => _known.TryRemove(id, out _);

    private bool IsAlive(Live live)
    {
        var now = clock.GetUtcNow();
        return now - live.StartedAt < Longest && now - live.SeenAt < LongestIdle;
    }

    private sealed record Live(DateTimeOffset StartedAt, DateTimeOffset SeenAt, bool Stored = true);
}
