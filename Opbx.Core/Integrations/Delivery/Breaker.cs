namespace Opbx.Core.Integrations.Delivery;

/// <summary>Pauses a receiver that keeps failing: 30 s, then twice as long each time up to 10 min, with one probe in between.</summary>
internal sealed class Breaker(double scale)
{
    private const int InARow = 10;
    private const int FewestForShare = 10;
    private const int Remembered = 200;
    private const double Share = 0.7;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);
    private readonly Queue<(DateTimeOffset At, bool Failed)> _recent = new();
    private TimeSpan _pause;
    private int _inARow;
    private bool _trying;

    /// <summary>Null while not paused.</summary>
    public DateTimeOffset? PausedUntil { get; private set; }

    public bool Lets(DateTimeOffset now) => PausedUntil is not { } until || (now >= until && !_trying);
    public void Begin() => _trying = PausedUntil is not null;

    /// <summary>An attempt ended whose outcome says something about the receiver.</summary>
    public void End(DateTimeOffset now, bool failed)
    {
        if (PausedUntil is not null)
        {
            // Attempts started before the pause are ignored, unless one succeeds.
            if (!failed) Close();
            else if (_trying) Pause(now);
            _trying = false;
            return;
        }
        _inARow = failed ? _inARow + 1 : 0;
        _recent.Enqueue((now, failed));
        while (_recent.Count > Remembered || _recent.Peek().At < now - Window) _recent.Dequeue();
        if (failed && (_inARow >= InARow || (_recent.Count >= FewestForShare && _recent.Count(r => r.Failed) >= Share * _recent.Count)))
            Pause(now);
    }

    /// <summary>An attempt ended whose outcome says nothing about the receiver.</summary>
    public void Reset() => _trying = false;

    private void Pause(DateTimeOffset now)
    {
        _pause = _pause == TimeSpan.Zero ? FirstPause : TimeSpan.FromTicks(Math.Min(_pause.Ticks * 2, LongestPause.Ticks));
        PausedUntil = now + (_pause * scale);
    }

    private void Close()
    {
        (PausedUntil, _pause, _inARow) = (null, TimeSpan.Zero, 0);
        _recent.Clear();
    }
}
