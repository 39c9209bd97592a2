namespace Opbx.Core.Configuration;

internal static partial class ConfigurationLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "A change of PBX {PbxId} was refused by the database")]
    public static partial void ChangeRefused(ILogger log, Guid pbxId, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Integration {IntegrationId} was switched off: {Reason}")]
    public static partial void IntegrationSwitchedOff(ILogger log, Guid integrationId, string reason);

    [LoggerMessage(Level = LogLevel.Critical, Message =
        "{Count} stored secrets cannot be read: the folder keys of the data folder is not the one they were encrypted with. Calls of " +
            "their PBXs are refused and webhooks are not sent")]
    public static partial void SecretsUnreadable(ILogger log, int count);
}
