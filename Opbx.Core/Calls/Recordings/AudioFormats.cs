namespace Opbx.Core.Calls.Recordings;

public static class AudioFormats
{
    /// <summary>Number of leading bytes needed to recognize a format.</summary>
    public const int HeadLength = 12;

    /// <summary>Detects the format from the first bytes of a file; null when it is not supported.</summary>
    public static AudioFormat? Detect(ReadOnlySpan<byte> head)
    {
        if (head.Length >= HeadLength && head.StartsWith("RIFF"u8) && head[8..].StartsWith("WAVE"u8)) return AudioFormat.Wav;
        if (head.StartsWith("ID3"u8)) return AudioFormat.Mp3;
        // A frame: eleven bits set, and neither a reserved version nor a reserved layer.
        return head.Length >= 4 && head[0] == 0xFF && (head[1] & 0xE0) == 0xE0 && (head[1] & 0x18) != 0x08 && (head[1] & 0x06) == 0x02
            ? AudioFormat.Mp3 : null;
    }

    public static string MediaType(this AudioFormat format) => format switch {
        AudioFormat.Mp3 => "audio/mpeg",
        AudioFormat.Wav => "audio/wav",
    };

    /// <summary>File extension including the dot.</summary>
    public static string Ending(this AudioFormat format) => format switch {
        AudioFormat.Mp3 => ".mp3",
        AudioFormat.Wav => ".wav",
    };
}
