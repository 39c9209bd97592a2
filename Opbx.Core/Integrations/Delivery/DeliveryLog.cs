namespace Opbx.Core.Integrations.Delivery;

internal static partial class DeliveryLog
{
    [LoggerMessage(6001, LogLevel.Information,
        "Webhook {Delivery} of integration {Integration}: attempt {Attempt} ended with {Outcome} after {Milliseconds} ms")]
    public static partial void Attempted(ILogger logger, string delivery, Guid integration, int attempt, Outcome outcome, int milliseconds);

    [LoggerMessage(6002, LogLevel.Error, "Webhook {Delivery} could not be tried")]
    public static partial void Broken(ILogger logger, Exception exception, string delivery);

    [LoggerMessage(6003, LogLevel.Error, "The delivery of webhooks met a fault and goes on")]
    public static partial void LapFailed(ILogger logger, Exception exception);

    [LoggerMessage(6004, LogLevel.Warning, "Organization {Organization} has so many deliveries waiting that new ones are not queued")]
    public static partial void BacklogFull(ILogger logger, Guid organization);
}
