using System.Buffers.Binary;

namespace Opbx.Tests.Support.Data;

/// <summary>Small sounds that tests upload.</summary>
internal static class Sounds
{
    /// <summary>A wav file of so many seconds of silence.</summary>
    public static byte[] Wav(double seconds, int format = 1, int rate = 8000)
    {
        var size = (int)(seconds * rate) * 2;
        var wav = new byte[44 + size];
        "RIFF"u8.CopyTo(wav);
        BinaryPrimitives.WriteInt32LittleEndian(wav.AsSpan(4), wav.Length - 8);
        "WAVEfmt "u8.CopyTo(wav.AsSpan(8));
        BinaryPrimitives.WriteInt32LittleEndian(wav.AsSpan(16), 16);
        BinaryPrimitives.WriteInt16LittleEndian(wav.AsSpan(20), (short)format);
        BinaryPrimitives.WriteInt16LittleEndian(wav.AsSpan(22), 1);
        BinaryPrimitives.WriteInt32LittleEndian(wav.AsSpan(24), rate);
        BinaryPrimitives.WriteInt32LittleEndian(wav.AsSpan(28), rate * 2);
        BinaryPrimitives.WriteInt16LittleEndian(wav.AsSpan(32), 2);
        BinaryPrimitives.WriteInt16LittleEndian(wav.AsSpan(34), 16);
        "data"u8.CopyTo(wav.AsSpan(36));
        BinaryPrimitives.WriteInt32LittleEndian(wav.AsSpan(40), size);
        return wav;
    }

    /// <summary>An mp3 file of so many frames, each 26 ms; maybe with a tag of so many bytes before.</summary>
    public static byte[] Mp3(int frames, int tag = 0)
    {
        // MPEG 1 layer III, 128 kbit/s, 44.1 kHz: 417 bytes a frame.
        var mp3 = new List<byte>();
        if (tag > 0)
        {
            mp3.AddRange([.. "ID3"u8, 4, 0, 0, 0, 0, (byte)(tag >> 7), (byte)(tag & 0x7F)]);
            mp3.AddRange(new byte[tag]);
        }
        for (var i = 0; i < frames; i++) mp3.AddRange([0xFF, 0xFB, 0x90, 0x00, .. new byte[413]]);
        return [.. mp3];
    }
}
