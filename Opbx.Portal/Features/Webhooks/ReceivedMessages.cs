using System.Collections.Concurrent;

namespace Opbx.Portal.Features.Webhooks;

/// <summary>Each PBX's last messages, in memory, for diagnosing calls that do not arrive.</summary>
public sealed class ReceivedMessages
{
    public const int Most = 100;

    private readonly ConcurrentDictionary<Guid, ConcurrentQueue<ReceivedMessage>> _byPbx = new();

    /// <summary>Newest first.</summary>
    public IReadOnlyList<ReceivedMessage> For(Guid pbxId) => _byPbx.TryGetValue(pbxId, out var all) ? [.. all.Reverse()] : [];

    internal void Add(Guid pbxId, ReceivedMessage message)
    {
        var all = _byPbx.GetOrAdd(pbxId, _ => new ConcurrentQueue<ReceivedMessage>());
        all.Enqueue(message);
        while (all.Count > Most) all.TryDequeue(out _);
    }
}
