using FsCheck;
using FsCheck.Fluent;
using Opbx.Core.Prompts;

namespace Opbx.Tests.Prompts;

public sealed class AudioContentTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(200)]
    public void An_mp3_is_known_by_its_frames_behind_whatever_tag(int tag)
    {
        var facts = Read(Sounds.Mp3(100, tag)).Value!;
        Assert.Equal(".mp3", facts.Extension);
        Assert.Equal(2.6, facts.Length.TotalSeconds, 0.05);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    [InlineData(7)]
    public void A_wav_that_phones_can_play_is_taken(int format)
    {
        var facts = Read(Sounds.Wav(1.5, format)).Value!;
        Assert.Equal(".wav", facts.Extension);
        Assert.Equal(1.5, facts.Length.TotalSeconds, 0.01);
    }

    [Fact]
    public void A_wav_whose_size_was_never_filled_in_plays_to_its_end()
    {
        var wav = Sounds.Wav(2);
        wav.AsSpan(40, 4).Fill(0xFF);
        Assert.Equal(2, Read(wav).Value!.Length.TotalSeconds, 0.01);
    }

    [Fact]
    public void Everything_else_is_refused_with_a_sentence()
    {
        byte[][] others =
            [[], [1], "%PDF-1.7 and so on"u8.ToArray(), "<html><script>alert(1)</script></html>"u8.ToArray(), Sounds.Wav(0),
                Sounds.Wav(1, format: 85), Sounds.Wav(1)[..40], Sounds.Mp3(2), "RIFF\0\0\0\0WAVE"u8.ToArray(), [0xFF, 0xFB, 0x90, 0x00]];
        Assert.All(others,
            content => Assert.EndsWith(".", Read(content).Failure!.Errors!.ByPointer[AudioContent.Pointer]
                .Single(), StringComparison.Ordinal));
    }

    [Fact]
    public void Whatever_the_bytes_are_the_answer_is_a_sentence()
    {
        var contents =
            from beginning in Gen.Elements<byte[]>([], [.. "RIFF0000WAVE"u8], [.. "RIFF0000WAVEfmt "u8], [.. "ID3"u8], [0xFF, 0xFB])
            from length in Gen.Choose(0, 300)
            from bytes in Gen.Choose(0, 255).Select(b => (byte)b).ArrayOf(length)
            select (byte[])[.. beginning, .. bytes];
        Prop.ForAll(contents.ToArbitrary(), content => Read(content).Failure is not null)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    private static Core.Shared.Result<AudioFacts> Read(byte[] content)
    {
        using var stream = new MemoryStream(content);
        return AudioContent.Read(stream);
    }
}
