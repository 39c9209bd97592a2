namespace Opbx.Core.Calls.Recordings;

/// <summary>Recordings and messages (section <c>Recordings</c>).</summary>
public sealed class RecordingOptions
{
    public const string Section = "Recordings";

    /// <summary>Hosts from which audio is fetched, besides the origin of <c>Cloudonix__ApiUrl</c>; <c>*.</c> in front stands for everything
    /// below. Cloudonix's own when empty.</summary>
    public List<string> Hosts { get; set; } = [];

    /// <summary>How many days recorded conversations are kept; 0 for ever.</summary>
    public int KeepDays { get; set; } = 365;

    /// <summary>How many days messages are kept; 0 for ever.</summary>
    public int KeepMessageDays { get; set; }

    /// <summary>The largest file that is fetched, in megabytes.</summary>
    public int MostMegabytes { get; set; } = 200;
}
