namespace Opbx.Core.Shared;

/// <summary>Wakes a worker; several signals before it looks are one.</summary>
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
            // It is raised already.
        }
    }

    /// <summary>Waits for a signal, at most as long as given.</summary>
    public Task WaitAsync(TimeSpan atMost, CancellationToken cancel) => _raised.WaitAsync(atMost, cancel);

    public void Dispose()
    {
        _raised.Dispose();
        GC.SuppressFinalize(this);
    }
}
