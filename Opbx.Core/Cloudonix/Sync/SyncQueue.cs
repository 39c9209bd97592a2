using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Opbx.Core.Cloudonix.Sync;

/// <summary>PBXs whose subscribers should be compared soon; no duplicates.</summary>
public sealed class SyncQueue
{
    private readonly Channel<Guid> _channel = Channel.CreateUnbounded<Guid>();
    private readonly ConcurrentDictionary<Guid, bool> _waiting = new();

    /// <summary>Never blocks.</summary>
    /// <param name="withDomain">Whether the set-up of its domain is compared too.</param>
    public void Enqueue(Guid pbxId, bool withDomain = false)
    {
        var isNew = false;
        _waiting.AddOrUpdate(
            pbxId,
            _ =>
            {
                isNew = true;
                return withDomain;
            },
            (_, already) =>
            {
                isNew = false;
                return already || withDomain;
            });
        if (isNew) _channel.Writer.TryWrite(pbxId);
    }

    /// <summary>The queued PBXs as they arrive; ends when cancelled.</summary>
    public IAsyncEnumerable<Guid> ReadAsync(CancellationToken cancel) => _channel.Reader.ReadAllAsync(cancel);

    /// <summary>Removes a PBX, so that a later change queues it again; returns whether its domain is compared too.</summary>
    public bool Dequeue(Guid pbxId) => _waiting.TryRemove(pbxId, out var withDomain) && withDomain;
}
