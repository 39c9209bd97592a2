namespace Opbx.Core.Calls.Recordings;

/// <summary>Section <c>Recordings</c>.</summary>
public sealed class RecordingOptions
{
    public const string Section = "Recordings";

    /// <summary>Hosts to fetch audio from besides the origin of <c>Cloudonix__ApiUrl</c>; <c>*.</c> includes subdomains.
    /// Cloudonix's own when empty.</summary>
    public List<string> Hosts { get; set; } = [];

    /// <summary>Retention of recorded conversations in days; 0 keeps them forever.</summary>
    public int KeepDays { get; set; } = 365;

    /// <summary>Retention of messages in days; 0 keeps them forever.</summary>
    public int KeepMessageDays { get; set; }

    /// <summary>Largest file to fetch, in megabytes.</summary>
    public int MostMegabytes { get; set; } = 200;
}
