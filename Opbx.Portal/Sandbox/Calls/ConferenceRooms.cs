using System.Collections.Immutable;

namespace Opbx.Portal.Sandbox.Calls;

/// <summary>A room exists while somebody is in it.</summary>
internal sealed class ConferenceRooms
{
    private readonly Lock _lock = new();
    private ImmutableDictionary<(string Domain, string Room), ImmutableList<SandboxCall>> _rooms =
        ImmutableDictionary<(string, string), ImmutableList<SandboxCall>>.Empty;

    public IReadOnlyList<(string Room, ImmutableList<SandboxCall> Members)> For(string domain) =>
        [.. _rooms.Where(r => r.Key.Domain == domain).OrderBy(r => r.Key.Room, StringComparer.Ordinal).Select(r => (r.Key.Room, r.Value))];

    /// <summary>False when the room is full.</summary>
    public bool Enter(SandboxCall call, string room, int limit)
    {
        lock (_lock)
        {
            var members = _rooms.GetValueOrDefault((call.Domain, room), []);
            if (members.Count >= limit) return false;
            _rooms = _rooms.SetItem((call.Domain, room), members.Add(call));
            return true;
        }
    }

    /// <summary>Returns the calls that stay.</summary>
    public ImmutableList<SandboxCall> Leave(SandboxCall call, string room)
    {
        lock (_lock)
        {
            var members = _rooms.GetValueOrDefault((call.Domain, room), []).Remove(call);
            _rooms = members.IsEmpty ? _rooms.Remove((call.Domain, room)) : _rooms.SetItem((call.Domain, room), members);
            return members;
        }
    }
}
