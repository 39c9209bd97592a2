namespace Opbx.Core.Persistence;

internal static partial class WriterLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "The database is busy; {Count} writes wait")]
    public static partial void StoreIsBusy(ILogger log, int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "A batch of {Count} writes failed")]
    public static partial void BatchFailed(ILogger log, int count, Exception fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "What follows a commit failed; the data is stored")]
    public static partial void NotTold(ILogger log, Exception fault);
}
