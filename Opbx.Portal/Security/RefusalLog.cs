using System.Security.Claims;
using Opbx.Portal.Http;
using Opbx.Portal.Navigation;

namespace Opbx.Portal.Security;

/// <summary>Logs refused requests: a limited number of lines per minute, and how many more there were.</summary>
internal sealed class RefusalLog(RequestDelegate next, TimeProvider clock, ILogger<RefusalLog> log)
{
    /// <summary>Maximum lines per minute.</summary>
    public const int MostLines = 60;

    private readonly Lock _lock = new();
    private long _minute;
    private int _lines;

    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        if (!IsRefusal(context)) return;
        var skipped = Count(out var write);
        if (skipped > 0) SecurityLog.RefusalsSkipped(log, skipped);
        if (write) SecurityLog.Refused(log, Who(context), RequestLog.Method(context), RequestLog.Route(context),
            context.Response.StatusCode, context.Connection.RemoteIpAddress?.ToString() ?? "");
    }

    private static bool IsRefusal(HttpContext context) => context.Response.StatusCode switch {
        StatusCodes.Status403Forbidden => true,
        // Without a key or session it is only somebody who has not signed in yet.
        StatusCodes.Status401Unauthorized => context.Request.Headers.Authorization.Count > 0,
        StatusCodes.Status302Found => context.Response.Headers.Location.ToString().Contains(Paths.NoPermission, StringComparison.Ordinal),
        _ => false,
    };

    private static string Who(HttpContext context)
    {
        if (context.User.ToActor() is not { } actor) return "nobody";
        Guid? known = Guid.TryParse(context.User.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;
        return $"{(actor.UserId ?? known)?.ToString() ?? actor.Source.ToString()} ({actor.Role}, organization {actor.OrganizationId})";
    }

    /// <summary>Whether this minute has room for a line; returns how many lines the previous minute dropped.</summary>
    private int Count(out bool write)
    {
        var minute = clock.GetUtcNow().Ticks / TimeSpan.TicksPerMinute;
        lock (_lock)
        {
            var skipped = 0;
            if (minute != _minute) (skipped, _minute, _lines) = (Math.Max(0, _lines - MostLines), minute, 0);
            write = ++_lines <= MostLines;
            return skipped;
        }
    }
}

internal static partial class SecurityLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Refused: {Who}, {Method} {Route}, status {Status}, from {Address}")]
    public static partial void Refused(ILogger log, string who, string method, string route, int status, string address);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} more refusals of the last minute were not written down one by one")]
    public static partial void RefusalsSkipped(ILogger log, int count);
}
