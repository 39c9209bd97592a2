namespace Opbx.Core.Cloudonix.Api;

/// <summary>How long requests to Cloudonix may take and how they are repeated.</summary>
/// <param name="FirstPause">The pause before the first repetition; later ones grow, with jitter.</param>
/// <param name="LongestPause">No pause is longer, also when Cloudonix asks for one.</param>
/// <param name="Repetitions">How often a request is repeated.</param>
public sealed record CloudonixTiming(TimeSpan Attempt, TimeSpan FirstPause, TimeSpan LongestPause, int Repetitions)
{
    /// <summary>What the portal runs with: the rate limit's window is 3 to 10 s (contract 1.5).</summary>
    public static readonly CloudonixTiming Default =
        new(TimeSpan.FromSeconds(10), TimeSpan.FromMilliseconds(400), TimeSpan.FromSeconds(10), 4);
}
