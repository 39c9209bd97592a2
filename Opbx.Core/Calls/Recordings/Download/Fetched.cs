namespace Opbx.Core.Calls.Recordings.Download;

/// <summary>The outcome of a download.</summary>
/// <param name="Format">Null when there is no audio.</param>
/// <param name="Fault">Why there is no audio.</param>
/// <param name="TryAgain">Whether it may be available later.</param>
public sealed record Fetched(AudioFormat? Format, long Bytes, string? Fault, bool TryAgain)
{
    internal static Fetched Later(string fault) => new(null, 0, fault, TryAgain: true);
    internal static Fetched Never(string fault) => new(null, 0, fault, TryAgain: false);
}
