using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Opbx.Core.Cloudonix.Sync;

/// <summary>PBXs whose subscribers are to be compared soon; one that waits already is not queued twice.</summary>
public sealed class SyncQueue
{
    private readonly Channel<Guid> _channel = Channel.CreateUnbounded<Guid>();
    private readonly ConcurrentDictionary<Guid, bool> _waiting = new();

    /// <summary>Queues a PBX; never blocks.</summary>
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

    /// <summary>The queued PBXs as they come; ends when cancelled.</summary>
    public IAsyncEnumerable<Guid> ReadAsync(CancellationToken cancel) => _channel.Reader.ReadAllAsync(cancel);

    /// <summary>Takes a PBX out of the waiting ones, so that a later change queues it again; answers whether its domain is compared
    /// too.</summary>
    public bool Dequeue(Guid pbxId) => _waiting.TryRemove(pbxId, out var withDomain) && withDomain;
}
