namespace Opbx.Core.Prompts;

/// <summary>Tells by its content whether a file is an mp3 or a wav that phones can play. Its name says nothing.</summary>
public static class AudioContent
{
    /// <summary>The member under which a bad file is reported.</summary>
    public const string Pointer = "/file";

    /// <summary>Looks at a file from its beginning; a failure in a sentence when it cannot be played.</summary>
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
