namespace Opbx.Portal.Sandbox.Calls;

/// <summary>Delivers people's actions to a waiting call; actions that do not fit are refused.</summary>
internal sealed class SandboxInbox(TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly Queue<PhoneAction> _actions = new();
    private TaskCompletionSource? _arrival;
    private PhoneAction? _interrupt;
    private bool _closed;

    /// <summary>Null while the call does not wait.</summary>
    public SandboxWaiting? Waiting { get; private set; }

    /// <summary>False when the action does not fit now.</summary>
    public bool Post(PhoneAction action)
    {
        TaskCompletionSource? arrival;
        lock (_lock)
        {
            if (_closed) return false;
            if (!action.Interrupts)
            {
                if (Waiting?.Accepts(action) != true) return false;
                _actions.Enqueue(action);
            }
            else if (_interrupt is not PhoneAction.HangUp)
            {
                _interrupt = action;
            }

            arrival = _arrival;
            _arrival = null;
        }

        arrival?.TrySetResult();
        return true;
    }

    /// <summary>The call begins to wait, or continues to wait for something slightly different.</summary>
    public void Begin(SandboxWaiting waiting)
    {
        lock (_lock) Waiting = waiting;
    }

    /// <summary>The call stops waiting; unused actions are dropped.</summary>
    public void End()
    {
        lock (_lock)
        {
            Waiting = null;
            _actions.Clear();
        }
    }

    /// <summary>Nothing reaches the call any more.</summary>
    public void Close()
    {
        lock (_lock) _closed = true;
        End();
    }

    /// <summary>The hang-up or switch that arrived in the meantime.</summary>
    public PhoneAction? DequeueInterrupt()
    {
        lock (_lock)
        {
            var interrupt = _interrupt;
            if (interrupt is PhoneAction.SwitchTo) _interrupt = null;
            return interrupt;
        }
    }

    /// <summary>Null when no action arrived in time. A hang-up comes before everything else.</summary>
    public async Task<PhoneAction?> NextAsync(TimeSpan timeout)
    {
        var began = time.GetTimestamp();
        for (; ; )
        {
            Task arrival;
            lock (_lock)
            {
                if (DequeueInterrupt() is { } interrupt) return interrupt;
                if (_actions.TryDequeue(out var action)) return action;
                _arrival ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
                arrival = _arrival.Task;
            }

            try
            {
                var left = timeout == Timeout.InfiniteTimeSpan ? timeout : timeout - time.GetElapsedTime(began);
                if (left < TimeSpan.Zero && left != Timeout.InfiniteTimeSpan) return null;
                await arrival.WaitAsync(left, time);
            }
            catch (TimeoutException)
            {
                return null;
            }
        }
    }
}
