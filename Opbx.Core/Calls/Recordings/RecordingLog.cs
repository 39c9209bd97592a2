namespace Opbx.Core.Calls.Recordings;

internal static partial class RecordingLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "The audio of recording {Recording} is not here after try {Try}: {Fault}")]
    public static partial void NotFetched(ILogger log, Guid recording, int @try, string fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "Downloading recording {Recording} failed")]
    public static partial void DownloadFailed(ILogger log, Guid recording, Exception fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "Looking for recordings to download failed")]
    public static partial void RoundFailed(ILogger log, Exception fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The file of recording {Recording} cannot be removed now; it is tried again")]
    public static partial void FileNotRemoved(ILogger log, Guid recording, Exception fault);

    [LoggerMessage(Level = LogLevel.Information, Message = "Recording {Recording} was deleted by {Who}")]
    public static partial void Deleted(ILogger log, Guid recording, string who);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} recordings were removed because their time was over")]
    public static partial void Pruned(ILogger log, int count);
}
