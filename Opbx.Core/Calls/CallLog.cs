namespace Opbx.Core.Calls;

internal static partial class CallLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "Request {Number} of call {Token} was answered, but the store refused its trace")]
    public static partial void StageNotKept(ILogger log, string token, int number);

    [LoggerMessage(Level = LogLevel.Warning, Message =
        "Request {Number} of call {Token} is answered before its trace is stored; the trace waits")]
    public static partial void StageIsLate(ILogger log, string token, int number);

    [LoggerMessage(Level = LogLevel.Error, Message = "The trace of call {Token} cannot be kept")]
    public static partial void JournalFailed(ILogger log, string token, Exception fault);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} calls go on since before the start")]
    public static partial void Resumed(ILogger log, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message =
        "The end of {Count} calls of PBX {PbxId} was never reported; they were closed after asking the platform")]
    public static partial void Reconciled(ILogger log, int count, Guid pbxId);

    [LoggerMessage(Level = LogLevel.Error, Message =
        "Whether calls of PBX {PbxId} are over cannot be found out now; the next run tries again")]
    public static partial void NotReconciled(ILogger log, Guid pbxId, Exception fault);

    [LoggerMessage(Level = LogLevel.Error, Message =
        "Whether call {Token} of PBX {PbxId} is over cannot be found out; others come first from now on")]
    public static partial void CallNotReconciled(ILogger log, Guid pbxId, string token, Exception fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "Too much waits to be done for calls of PBX {PbxId}; one thing was left out")]
    public static partial void CommandRefused(ILogger log, Guid pbxId);

    [LoggerMessage(Level = LogLevel.Error, Message = "Something that a call of PBX {PbxId} asked for failed")]
    public static partial void CommandFailed(ILogger log, Guid pbxId, Exception fault);

    [LoggerMessage(Level = LogLevel.Error, Message =
        "A phone of PBX {PbxId} switched the business hours, but they stay as they are: {Reason}")]
    public static partial void HoursNotSwitched(ILogger log, Guid pbxId, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Call {Token} of PBX {PbxId} could not be picked up: {Reason}")]
    public static partial void NotPickedUp(ILogger log, Guid pbxId, string token, string reason);
}
