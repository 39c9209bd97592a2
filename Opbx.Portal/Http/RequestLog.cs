using System.Diagnostics;

namespace Opbx.Portal.Http;

/// <summary>One line per request: the route pattern instead of the URL, because URLs can contain tokens.</summary>
internal sealed class RequestLog(RequestDelegate next, ILogger<RequestLog> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var started = Stopwatch.GetTimestamp();
        await next(context);
        if (ProgramPaths.IsQuiet(context)) return;
        HostingLog.Request(log, Method(context), Route(context), context.Response.StatusCode,
            (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }

    public static string Method(HttpContext context) =>
        context.Request.Method is { Length: <= 7 } method && method.All(char.IsAsciiLetterUpper) ? method : "other";

    public static string Route(HttpContext context) => (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(no route)";
}
