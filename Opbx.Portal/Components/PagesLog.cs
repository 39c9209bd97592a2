namespace Opbx.Portal.Components;

internal static partial class PagesLog
{
    [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "A page failed, reference {Reference}")]
    public static partial void PageFailed(ILogger logger, string reference, Exception exception);
}
