namespace Opbx.Core.Cloudonix.Api;

/// <summary>How long requests to Cloudonix may take and how they are retried.</summary>
/// <param name="FirstPause">The pause before the first retry; later ones grow, with jitter.</param>
/// <param name="LongestPause">Upper limit of pauses, even if Cloudonix asks for more.</param>
/// <param name="Repetitions">Maximum number of retries.</param>
public sealed record CloudonixTiming(TimeSpan Attempt, TimeSpan FirstPause, TimeSpan LongestPause, int Repetitions)
{
    /// <summary>The rate limit's window is 3 to 10 s (docs/cloudonix.md).</summary>
    public static readonly CloudonixTiming Default =
        new(TimeSpan.FromSeconds(10), TimeSpan.FromMilliseconds(400), TimeSpan.FromSeconds(10), 4);
}
