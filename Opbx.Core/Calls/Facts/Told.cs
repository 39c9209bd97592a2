namespace Opbx.Core.Calls.Facts;

/// <summary>The platform's latest statement about one thing, regardless of the order of arrival.</summary>
/// <param name="At">The platform's time of the statement.</param>
/// <param name="Rank">Breaks ties: of two statements with the same time the higher rank wins.</param>
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
