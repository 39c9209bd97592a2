using System.Collections.Concurrent;

namespace Opbx.Core.Calls.Reconciling;

/// <summary>Calls about which the platform was asked in vain: they come last in the next run, so that they keep no other from being asked
/// about. In memory.</summary>
internal sealed class UnansweredQueries(TimeProvider time)
{
    private readonly ConcurrentDictionary<Guid, (Guid PbxId, DateTimeOffset At)> _calls = new();

    /// <summary>Those of a PBX, the one that waits longest first.</summary>
    public IReadOnlyList<Guid> For(Guid pbxId) =>
        [.. _calls.Where(c => c.Value.PbxId == pbxId).OrderBy(c => c.Value.At).Select(c => c.Key)];

    /// <summary>Keeps whether it was in vain this time.</summary>
    public void Record(Call call, bool isVain)
    {
        if (isVain) _calls[call.Id] = (call.PbxId, time.GetUtcNow());
        else Remove(call.Id);
    }

    /// <summary>The call needs no question any more.</summary>
    public void Remove(Guid callId) => _calls.TryRemove(callId, out _);
}
