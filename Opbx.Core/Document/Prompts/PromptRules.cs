namespace Opbx.Core.Document.Prompts;

/// <summary>What a prompt of the library must satisfy.</summary>
public static class PromptRules
{
    /// <summary>Adds a sentence for everything that is wrong.</summary>
    public static void Check(Prompt prompt, string at, FieldErrors errors)
    {
        if ((prompt.Say is null) == (prompt.File is null) && !errors.Covers(at + "/say") && !errors.Covers(at + "/file"))
            errors.Add(at, "A prompt is either a text or an audio file.");
    }
}
