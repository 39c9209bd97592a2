namespace Opbx.Core.Integrations.Delivery;

/// <summary>Limits requests per second to a receiver: a token bucket that holds two seconds' worth.</summary>
internal sealed class Pace
{
    private const int SecondsKept = 2;

    private double _left = double.MaxValue;
    private DateTimeOffset _at;

    /// <param name="now">May jump back without losing anything.</param>
    /// <param name="perSecond">Null for no limit.</param>
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
