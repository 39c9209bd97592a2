using Opbx.Core.Calls.Live;
using Opbx.Core.Calls.Recordings;

namespace Opbx.Portal.Components.Ui;

/// <summary>Notifies a page of changes to its phone system, at most four times a second, until the page is left.</summary>
internal sealed class ThrottledSubscription : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private readonly CancellationTokenSource _gone = new();
    private readonly CancellationToken _left;
    private readonly Action<Action<Guid>> _forget;
    private readonly Guid _pbxId;
    private readonly TimeProvider _time;
    private readonly Func<Task> _tell;
    private int _waiting;

    private ThrottledSubscription(Action<Action<Guid>> watch, Action<Action<Guid>> forget, Guid pbxId, TimeProvider time, Func<Task> tell)
    {
        (_forget, _pbxId, _time, _tell, _left) = (forget, pbxId, time, tell, _gone.Token);
        watch(OnChanged);
    }

    /// <param name="tell">Renders the page again, on the page's own thread.</param>
    public static ThrottledSubscription Over(LiveCallTracker source, Guid pbxId, TimeProvider time, Func<Task> tell) =>
        new(changed => source.Changed += changed, changed => source.Changed -= changed, pbxId, time, tell);

    /// <param name="tell">Renders the page again, on the page's own thread.</param>
    public static ThrottledSubscription Over(MailboxIndex source, Guid pbxId, TimeProvider time, Func<Task> tell) =>
        new(changed => source.Changed += changed, changed => source.Changed -= changed, pbxId, time, tell);

    public void Dispose()
    {
        _forget(OnChanged);
        _gone.Cancel();
        _gone.Dispose();
    }

    private void OnChanged(Guid pbxId)
    {
        if (pbxId == _pbxId && Interlocked.Exchange(ref _waiting, 1) == 0) _ = NotifyAsync();
    }

    private async Task NotifyAsync()
    {
        try
        {
            await Task.Delay(Pause, _time, _left);
            Volatile.Write(ref _waiting, 0);
            await _tell();
        }
        catch (Exception left) when (left is OperationCanceledException or ObjectDisposedException)
        {
            // The page was left in the meantime: there is nothing to render.
        }
    }
}
