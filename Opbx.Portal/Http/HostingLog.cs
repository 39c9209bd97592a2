namespace Opbx.Portal.Http;

internal static partial class HostingLog
{
    [LoggerMessage(LogLevel.Information, "OPBX is ready at {Address}")]
    public static partial void Ready(ILogger logger, string address);

    [LoggerMessage(LogLevel.Information, "{Method} {Route} {Status} in {Milliseconds} ms")]
    public static partial void Request(ILogger logger, string method, string route, int status, long milliseconds);

    [LoggerMessage(LogLevel.Error, "A request failed unexpectedly ({Method} {Route}, reference {Reference})")]
    public static partial void RequestFailed(ILogger logger, Exception exception, string method, string route, string reference);

    [LoggerMessage(LogLevel.Warning, "The database does not answer")]
    public static partial void DatabaseAway(ILogger logger, Exception exception);
}
