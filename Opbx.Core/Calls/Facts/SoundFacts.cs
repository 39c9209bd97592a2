namespace Opbx.Core.Calls.Facts;

/// <summary>What is known about one recording of a call. Joining is commutative, associative and idempotent.</summary>
/// <param name="Url">Where the platform keeps it.</param>
/// <param name="At">When we first heard of it.</param>
public sealed record SoundFacts(string Url, int? Seconds, DateTimeOffset At)
{
    /// <summary>The extension whose mailbox recorded it; null when no mailbox did, or nobody said.</summary>
    public string? Extension { get; init; }

    /// <summary>What both say together.</summary>
    public SoundFacts Join(SoundFacts? other)
    {
        if (other is null) return this;
        return new SoundFacts(string.CompareOrdinal(Url, other.Url) <= 0 ? Url : other.Url,
            Math.Max(Seconds ?? -1, other.Seconds ?? -1) is >= 0 and var seconds ? seconds : null, At < other.At ? At : other.At)
        {
            Extension = Extension ?? other.Extension,
        };
    }
}
