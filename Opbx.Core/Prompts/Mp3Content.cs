using System.Buffers.Binary;

namespace Opbx.Core.Prompts;

internal static class Mp3Content
{
    private const int FewestFrames = 3;
    private const int FarthestFirstFrame = 4096;

    private static readonly int[] RatesOf1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
    private static readonly int[] RatesOf2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
    private static readonly int[] Samplings = [44_100, 48_000, 32_000];

    /// <summary>Null when it is not an mp3.</summary>
    public static AudioFacts? Read(Stream content)
    {
        var start = AfterTag(content);
        // Some programs leave a little padding after the tag.
        for (var at = start; at < Math.Min(start + FarthestFirstFrame, content.Length - 4); at++)
        {
            if (Walk(content, at) is { } length) return new AudioFacts(".mp3", length);
        }
        return null;
    }

    private static long AfterTag(Stream content)
    {
        Span<byte> head = stackalloc byte[10];
        content.Position = 0;
        if (content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length || !head[..3].SequenceEqual("ID3"u8)) return 0;
        var size = ((head[6] & 0x7F) << 21) | ((head[7] & 0x7F) << 14) | ((head[8] & 0x7F) << 7) | (head[9] & 0x7F);
        return 10 + size;
    }

    private static TimeSpan? Walk(Stream content, long at)
    {
        Span<byte> head = stackalloc byte[4];
        var (frames, seconds) = (0, 0.0);
        while (at + 4 <= content.Length)
        {
            content.Position = at;
            content.ReadExactly(head);
            if (Frame(BinaryPrimitives.ReadUInt32BigEndian(head)) is not { } frame) break;
            frames++;
            seconds += frame.Seconds;
            at += frame.Bytes;
        }
        return frames >= FewestFrames ? TimeSpan.FromSeconds(seconds) : null;
    }

    /// <summary>Size and length of the frame with this header; null when it is not layer III.</summary>
    private static (int Bytes, double Seconds)? Frame(uint head)
    {
        var (version, layer, rate, sampling) = ((head >> 19) & 3, (head >> 17) & 3, (head >> 12) & 15, (head >> 10) & 3);
        if (head >> 21 != 0x7FF || version == 1 || layer != 1 || rate is 0 or 15 || sampling == 3) return null;
        var first = version == 3;
        var bits = (first ? RatesOf1 : RatesOf2)[rate] * 1000;
        var hertz = Samplings[sampling] / (first ? 1 : version == 2 ? 2 : 4);
        var samples = first ? 1152 : 576;
        return ((samples / 8 * bits / hertz) + (int)((head >> 9) & 1), (double)samples / hertz);
    }
}
