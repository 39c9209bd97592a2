using System.Collections.Concurrent;

namespace Opbx.Core.Calls.Reconciling;

/// <summary>Calls about which the platform was asked in vain: asked about last in the next run. In memory.</summary>
internal sealed class UnansweredQueries(TimeProvider time)
{
    private readonly ConcurrentDictionary<Guid, (Guid PbxId, DateTimeOffset At)> _calls = new();

    /// <summary>Longest waiting first.</summary>
    public IReadOnlyList<Guid> For(Guid pbxId) =>
        [.. _calls.Where(c => c.Value.PbxId == pbxId).OrderBy(c => c.Value.At).Select(c => c.Key)];

    public void Record(Call call, bool isVain)
    {
        if (isVain) _calls[call.Id] = (call.PbxId, time.GetUtcNow());
        else Remove(call.Id);
    }

    public void Remove(Guid callId) => _calls.TryRemove(callId, out _);
}
