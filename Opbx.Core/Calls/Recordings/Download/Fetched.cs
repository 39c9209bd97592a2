namespace Opbx.Core.Calls.Recordings.Download;

/// <summary>What became of a download.</summary>
/// <param name="Format">What the audio is; null when it is not here.</param>
/// <param name="Fault">Why it is not here.</param>
/// <param name="TryAgain">Whether it may be there later.</param>
public sealed record Fetched(AudioFormat? Format, long Bytes, string? Fault, bool TryAgain)
{
    internal static Fetched Later(string fault) => new(null, 0, fault, TryAgain: true);

    internal static Fetched Never(string fault) => new(null, 0, fault, TryAgain: false);
}
