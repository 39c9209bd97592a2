namespace Opbx.Core.Calls.Facts;

/// <summary>What the platform said last about one thing. The later statement counts, whichever came first; of two at the same time the
/// greater one.</summary>
/// <param name="At">The platform's time of the statement.</param>
/// <param name="Rank">Breaks a tie: of two statements of the same time the higher rank counts.</param>
public sealed record Told(DateTimeOffset At, string Value, int Rank = 0)
{
    public static Told? Later(Told? one, Told? other)
    {
        if (one is null || other is null) return one ?? other;
        var order = one.At.CompareTo(other.At);
        if (order == 0) order = one.Rank.CompareTo(other.Rank);
        if (order == 0) order = string.CompareOrdinal(one.Value, other.Value);
        return order >= 0 ? one : other;
    }
}
