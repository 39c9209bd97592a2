namespace Opbx.Portal.Sandbox;

internal static partial class SandboxLog
{
    [LoggerMessage(LogLevel.Warning, "sandbox.json cannot be read; it is kept as sandbox.json.unreadable and the sandbox starts empty")]
    public static partial void StateUnreadable(this ILogger logger);

    [LoggerMessage(LogLevel.Error, "The sandbox call {Token} failed inside the sandbox")]
    public static partial void CallFailed(this ILogger logger, string token, Exception exception);

    [LoggerMessage(LogLevel.Warning, "The portal did not take the event {Event} of the sandbox call {Token}: {Why}")]
    public static partial void EventRefused(this ILogger logger, string @event, string token, string why);
}
