using System.Buffers.Binary;

namespace Opbx.Core.Prompts;

internal static class WavContent
{
    private const int Pcm = 1;
    private const int ALaw = 6;
    private const int MuLaw = 7;
    private const int Extensible = 0xFFFE;

    public static Result<AudioFacts> Read(Stream content)
    {
        content.Position = 12;
        Span<byte> head = stackalloc byte[8];
        Span<byte> format = stackalloc byte[16];
        var rate = 0;
        while (content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length)
        {
            long size = BinaryPrimitives.ReadUInt32LittleEndian(head[4..]);
            var start = content.Position;
            if (head[..4].SequenceEqual("fmt "u8))
            {
                if (content.ReadAtLeast(format, format.Length, throwOnEndOfStream: false) < format.Length) break;
                if (!Playable(format))
                    return AudioContent.Unfit(
                        "This wav file is compressed in a way that phones cannot play. Save it as PCM with one or two channels.");
                rate = BinaryPrimitives.ReadInt32LittleEndian(format[8..]);
            }
            else if (head[..4].SequenceEqual("data"u8) && rate > 0)
            {
                // Programs that stream while recording do not know the size yet: then the rest of the file is audio.
                var sound = Math.Min(size, content.Length - start);
                return sound > 0 ? new AudioFacts(".wav", TimeSpan.FromSeconds((double)sound / rate))
                    : AudioContent.Unfit("This wav file holds no sound.");
            }
            if (start + size + (size & 1) > content.Length) break;
            content.Position = start + size + (size & 1);
        }
        return AudioContent.Unfit("This wav file is damaged: it holds no sound.");
    }

    private static bool Playable(ReadOnlySpan<byte> format)
    {
        var kind = BinaryPrimitives.ReadUInt16LittleEndian(format);
        var channels = BinaryPrimitives.ReadUInt16LittleEndian(format[2..]);
        var samples = BinaryPrimitives.ReadUInt32LittleEndian(format[4..]);
        var bytes = BinaryPrimitives.ReadUInt32LittleEndian(format[8..]);
        return kind is Pcm or ALaw or MuLaw or Extensible && channels is 1 or 2 && samples is >= 8000 and <= 96_000
            && bytes is >= 8000 and <= 1_000_000;
    }
}
