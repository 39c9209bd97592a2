namespace Opbx.Core.Prompts;

/// <summary>Detects by content, not name, whether a file is an mp3 or wav that phones can play.</summary>
public static class AudioContent
{
    /// <summary>The member under which an invalid file is reported.</summary>
    public const string Pointer = "/file";

    /// <summary>Fails with a sentence when the file cannot be played. Reads from the beginning.</summary>
    public static Result<AudioFacts> Read(Stream content)
    {
        content.Position = 0;
        Span<byte> head = stackalloc byte[12];
        var length = content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        if (length == 0) return Unfit("This file is empty.");
        content.Position = 0;
        if (length == head.Length && head[..4].SequenceEqual("RIFF"u8) && head[8..].SequenceEqual("WAVE"u8))
            return WavContent.Read(content);
        return Mp3Content.Read(content) is { } mp3 ? mp3
            : Unfit("This is neither an mp3 nor a wav file. Save the recording in one of these formats.");
    }

    internal static Failure Unfit(string sentence)
    {
        var errors = new FieldErrors();
        errors.Add(Pointer, sentence);
        return Failure.Invalid(errors);
    }
}
