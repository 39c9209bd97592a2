namespace Opbx.Core.Calls.Facts;

/// <summary>The earlier and the later of two instants, either of which may be unknown.</summary>
internal static class Extremes
{
    public static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) =>
        other is null || one < other ? one ?? other : other;

    public static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) => other is null || one > other ? one ?? other : other;
}
