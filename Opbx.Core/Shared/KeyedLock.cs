using System.Collections.Concurrent;

namespace Opbx.Core.Shared;

/// <summary>One holder at a time per key.</summary>
internal sealed class KeyedLock
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _gates = new(StringComparer.Ordinal);

    /// <summary>Waits for the key; dispose to release it.</summary>
    public async Task<IDisposable> EnterAsync(string key, CancellationToken cancel)
    {
        var gate = _gates.GetOrAdd(key, _ => new SemaphoreSlim(1, 1));
        await gate.WaitAsync(cancel);
        return new Leave(gate);
    }

    private sealed class Leave(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
