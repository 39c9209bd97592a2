using Opbx.Core.Calls.Live;

namespace Opbx.Portal.Features.Calls;

/// <summary>Tells a page that its phone system's live calls changed, at most four times a second, until the page is left.</summary>
internal sealed class BoardWatch : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private readonly CancellationTokenSource _gone = new();
    private readonly CancellationToken _left;
    private readonly CallBoard _board;
    private readonly Guid _pbxId;
    private readonly TimeProvider _time;
    private readonly Func<Task> _tell;
    private int _waiting;

    /// <summary>Begins to watch.</summary>
    /// <param name="board">The live calls.</param>
    /// <param name="pbxId">The phone system.</param>
    /// <param name="time">The clock.</param>
    /// <param name="tell">Draws the page again, on the page's own thread.</param>
    public BoardWatch(CallBoard board, Guid pbxId, TimeProvider time, Func<Task> tell)
    {
        (_board, _pbxId, _time, _tell, _left) = (board, pbxId, time, tell, _gone.Token);
        board.Changed += OnChanged;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _board.Changed -= OnChanged;
        _gone.Cancel();
        _gone.Dispose();
    }

    private void OnChanged(Guid pbxId)
    {
        if (pbxId == _pbxId && Interlocked.Exchange(ref _waiting, 1) == 0) _ = TellAsync();
    }

    private async Task TellAsync()
    {
        try
        {
            await Task.Delay(Pause, _time, _left);
            Volatile.Write(ref _waiting, 0);
            await _tell();
        }
        catch (Exception left) when (left is OperationCanceledException or ObjectDisposedException)
        {
            // The page was left meanwhile: there is nothing to draw any more.
        }
    }
}
