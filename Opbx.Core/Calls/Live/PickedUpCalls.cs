using System.Collections.Concurrent;
using Opbx.Core.Routing;

namespace Opbx.Core.Calls.Live;

/// <summary>Calls picked up elsewhere, so that nobody picks them up again and late requests find them. In memory.</summary>
public sealed class PickedUpCalls(TimeProvider clock)
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(1);
    private readonly ConcurrentDictionary<(Guid PbxId, string Token), (PickedUpCall Call, DateTimeOffset At)> _calls = new();

    /// <summary>Null when nobody picked the call up.</summary>
    public PickedUpCall? Find(Guid pbxId, string token) => _calls.TryGetValue((pbxId, token), out var known) ? known.Call : null;

    /// <summary>Restores the state before something that did not happen after all.</summary>
    public void Restore(Guid pbxId, string token, PickedUpCall? before)
    {
        if (before is null) _calls.TryRemove((pbxId, token), out _);
        else Set(pbxId, token, before);
    }

    /// <summary>Records that a call was picked up, or that it could not be moved after all.</summary>
    public void Set(Guid pbxId, string token, PickedUpCall call)
    {
        var now = clock.GetUtcNow();
        foreach (var (key, _) in _calls.Where(c => now - c.Value.At > Life)) _calls.TryRemove(key, out _);
        _calls[(pbxId, token)] = (call, now);
    }
}
