namespace Opbx.Core.Document.Prompts;

public static class PromptRules
{
    public static void Check(Prompt prompt, string at, FieldErrors errors)
    {
        if ((prompt.Say is null) == (prompt.File is null) && !errors.Covers(at + "/say") && !errors.Covers(at + "/file"))
            errors.Add(at, "A prompt is either a text or an audio file.");
    }
}
