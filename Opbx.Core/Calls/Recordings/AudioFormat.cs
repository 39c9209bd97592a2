namespace Opbx.Core.Calls.Recordings;

public enum AudioFormat
{
    Mp3,
    Wav,
}
