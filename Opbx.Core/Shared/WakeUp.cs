namespace Opbx.Core.Shared;

/// <summary>Wakes a worker; several signals before it wakes count as one.</summary>
public abstract class WakeUp : IDisposable
{
    private readonly SemaphoreSlim _raised = new(0, 1);

    public void Raise()
    {
        try
        {
            _raised.Release();
        }
        catch (SemaphoreFullException)
        {
            // Already signaled.
        }
    }

    /// <summary>Waits for a signal, at most for the given time.</summary>
    public Task WaitAsync(TimeSpan atMost, CancellationToken cancel) => _raised.WaitAsync(atMost, cancel);

    public void Dispose()
    {
        _raised.Dispose();
        GC.SuppressFinalize(this);
    }
}
