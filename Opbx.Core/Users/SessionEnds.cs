using System.Collections.Concurrent;

namespace Opbx.Core.Users;

/// <summary>Notifies everything open in this process that sessions of a person ended, so that it closes at once.</summary>
public sealed class SessionEnds(TimeProvider clock)
{
    private readonly ConcurrentDictionary<Guid, DateTimeOffset> _last = new();

    /// <summary>Raised when sessions ended. Handlers must be quick and must not throw.</summary>
    public event Func<EndedSessions, Task>? Ended;

    /// <summary>When the person's sessions last ended since the portal started; null when never.</summary>
    public DateTimeOffset? LastOf(Guid userId) => _last.TryGetValue(userId, out var at) ? at : null;

    /// <summary>Ends the person's sessions except those with this stamp; all when null. They are closed when this returns.</summary>
    public Task NotifyAsync(Guid userId, string? stamp)
    {
        _last[userId] = clock.GetUtcNow();
        return NotifyAsync(new EndedSessions(userId, stamp));
    }

    /// <summary>Ends one session of the person; it is closed when this returns.</summary>
    public Task NotifyAsync(Guid userId, Guid sessionId) => NotifyAsync(new EndedSessions(userId, Stamp: null, sessionId));

    private async Task NotifyAsync(EndedSessions ended)
    {
        foreach (var handler in Ended?.GetInvocationList() ?? []) await ((Func<EndedSessions, Task>)handler)(ended);
    }
}
