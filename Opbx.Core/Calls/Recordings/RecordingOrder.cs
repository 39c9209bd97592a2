namespace Opbx.Core.Calls.Recordings;

/// <summary>What recordings are ordered by.</summary>
public enum RecordingOrder
{
    /// <summary>When they were made, the newest first.</summary>
    Time,

    From,
    Extension,

    /// <summary>Their length, the longest first.</summary>
    Length,
}
