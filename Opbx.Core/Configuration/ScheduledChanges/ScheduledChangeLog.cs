namespace Opbx.Core.Configuration.ScheduledChanges;

internal static partial class ScheduledChangeLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Scheduled change {Id} is {State} now")]
    public static partial void Made(ILogger log, Guid id, ScheduledChangeState state);

    [LoggerMessage(Level = LogLevel.Error, Message = "Scheduled change {Id} met a fault and is tried again")]
    public static partial void Broken(ILogger log, Exception fault, Guid id);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Scheduled change {Id} could not be made")]
    public static partial void Failed(ILogger log, Guid id);
}
