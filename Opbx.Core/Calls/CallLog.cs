using Microsoft.Extensions.Logging;

namespace Opbx.Core.Calls;

/// <summary>What calls log.</summary>
internal static partial class CallLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "Request {Number} of call {Token} was answered, but the store refused its trace")]
    public static partial void StageNotKept(ILogger log, string token, int number);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Request {Number} of call {Token} is answered before its trace is stored; the trace waits")]
    public static partial void StageIsLate(ILogger log, string token, int number);

    [LoggerMessage(Level = LogLevel.Error, Message = "The trace of call {Token} cannot be kept")]
    public static partial void JournalFailed(ILogger log, string token, Exception fault);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} calls go on since before the start")]
    public static partial void Resumed(ILogger log, int count);
}
