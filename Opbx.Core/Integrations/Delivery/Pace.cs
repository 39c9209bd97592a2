namespace Opbx.Core.Integrations.Delivery;

/// <summary>How many requests a second a receiver gets: a bucket that holds two seconds' worth.</summary>
internal sealed class Pace
{
    private const int SecondsKept = 2;

    private double _left = double.MaxValue;
    private DateTimeOffset _at;

    /// <summary>Whether a request may begin.</summary>
    /// <param name="now">The present time; when it jumps back nothing is lost.</param>
    /// <param name="perSecond">The limit; null for none.</param>
    public bool Lets(DateTimeOffset now, int? perSecond)
    {
        if (perSecond is not { } rate) return true;
        var passed = Math.Max(0, (now - _at).TotalSeconds);
        _left = Math.Min(rate * SecondsKept, _left + (rate * passed));
        _at = now;
        return _left >= 1;
    }

    public void Begin() => _left--;
}
