namespace Opbx.Core.Calls.Facts;

/// <summary>What is known about one recording of a call. Joining is commutative, associative and idempotent.</summary>
/// <param name="At">When it was first reported to us.</param>
public sealed record SoundFacts(string Url, int? Seconds, DateTimeOffset At)
{
    /// <summary>The extension whose mailbox recorded it; null when none did or it is unknown.</summary>
    public string? Extension { get; init; }

    public SoundFacts Join(SoundFacts? other)
    {
        if (other is null) return this;
        return new SoundFacts(string.CompareOrdinal(Url, other.Url) <= 0 ? Url : other.Url,
            Math.Max(Seconds ?? -1, other.Seconds ?? -1) is >= 0 and var seconds ? seconds : null, At < other.At ? At : other.At) {
            Extension = Extension ?? other.Extension,
        };
    }
}
