using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Opbx.Portal.Sandbox.Wire;

/// <summary>Recordings of sandbox callers; kept in memory, the portal fetches its own copy.</summary>
internal sealed class Recordings(OwnAddress own)
{
    private const int Kept = 200;
    private const int Rate = 8000;
    private readonly ConcurrentDictionary<string, byte[]> _sounds = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _order = new();

    /// <summary>A WAV file; null when there is none.</summary>
    public byte[]? Find(string sid) => _sounds.GetValueOrDefault(sid);

    /// <summary>Generates a soft tone of that length, at most 30 seconds.</summary>
    public (string Sid, string Url) Make(int seconds)
    {
        var sid = RandomNumberGenerator.GetHexString(32, lowercase: true);
        _sounds[sid] = Tone(Math.Clamp(seconds, 1, 30));
        _order.Enqueue(sid);
        while (_order.Count > Kept && _order.TryDequeue(out var oldest)) _sounds.TryRemove(oldest, out _);
        return (sid, $"{own.Base}/sandbox/recordings/{sid}.wav");
    }

    private static byte[] Tone(int seconds)
    {
        var samples = Rate * seconds;
        var wav = new byte[44 + (samples * 2)];
        var at = wav.AsSpan();
        "RIFF"u8.CopyTo(at);
        BinaryPrimitives.WriteInt32LittleEndian(at[4..], wav.Length - 8);
        "WAVEfmt "u8.CopyTo(at[8..]);
        BinaryPrimitives.WriteInt32LittleEndian(at[16..], 16);
        BinaryPrimitives.WriteInt16LittleEndian(at[20..], 1);
        BinaryPrimitives.WriteInt16LittleEndian(at[22..], 1);
        BinaryPrimitives.WriteInt32LittleEndian(at[24..], Rate);
        BinaryPrimitives.WriteInt32LittleEndian(at[28..], Rate * 2);
        BinaryPrimitives.WriteInt16LittleEndian(at[32..], 2);
        BinaryPrimitives.WriteInt16LittleEndian(at[34..], 16);
        "data"u8.CopyTo(at[36..]);
        BinaryPrimitives.WriteInt32LittleEndian(at[40..], samples * 2);
        for (var n = 0; n < samples; n++)
        {
            // A tone that swells once a second, so that a player's position is audible.
            var loudness = Math.Sin(Math.PI * (n % Rate) / Rate) * 6000;
            BinaryPrimitives.WriteInt16LittleEndian(at[(44 + (n * 2))..], (short)(loudness * Math.Sin(2 * Math.PI * 440 * n / Rate)));
        }

        return wav;
    }
}
