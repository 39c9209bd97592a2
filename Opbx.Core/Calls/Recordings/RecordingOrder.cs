namespace Opbx.Core.Calls.Recordings;

public enum RecordingOrder
{
    /// <summary>Newest first.</summary>
    Time,
    From,
    Extension,
    /// <summary>Longest first.</summary>
    Length,
}
