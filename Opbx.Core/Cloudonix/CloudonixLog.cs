namespace Opbx.Core.Cloudonix;

/// <summary>Log messages of this feature; never contain a key or a password.</summary>
internal static partial class CloudonixLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Subscribers of PBX {PbxId}: {Written} written, {Failed} failed")]
    public static partial void Synchronized(ILogger log, Guid pbxId, int written, int failed);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Subscribers of PBX {PbxId} could not be compared: {Reason}")]
    public static partial void NotCompared(ILogger log, Guid pbxId, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The domain of PBX {PbxId} could not be brought up to date: {Reason}")]
    public static partial void NotRefreshed(ILogger log, Guid pbxId, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "The synchronization of PBX {PbxId} failed")]
    public static partial void Failed(ILogger log, Guid pbxId, Exception exception);
}
