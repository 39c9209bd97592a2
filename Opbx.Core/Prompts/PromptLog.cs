namespace Opbx.Core.Prompts;

internal static partial class PromptLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message =
        "The sound {File} of a deleted prompt could not be removed; it is tried again later")]
    public static partial void NotRemoved(ILogger log, string file, Exception exception);

    [LoggerMessage(Level = LogLevel.Information, Message = "Removed {Count} sounds that no prompt uses")]
    public static partial void Swept(ILogger log, int count);
}
