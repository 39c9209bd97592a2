namespace Opbx.Core.Calls.Recordings;

/// <summary>What a recording's file is.</summary>
public enum AudioFormat
{
    /// <summary>MPEG layer 3.</summary>
    Mp3,

    Wav,
}
