namespace Opbx.Portal.Http;

/// <summary>Headers that forbid browsers everything our pages never need.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    private const string ForData = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        // At the last moment: the exception handler clears headers, and Blazor sets a weaker policy of its own.
        context.Response.OnStarting(static state => Set((HttpContext)state), context);
        return next(context);
    }

    private static Task Set(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(self), payment=(), usb=()";
        headers.ContentSecurityPolicy = IsPage(context) ? ForPages(context.Request.Host.Value) : ForData;
        headers.XFrameOptions = "DENY";
        if (context.Request.IsHttps) headers.StrictTransportSecurity = "max-age=31536000";
        return Task.CompletedTask;
    }

    private static bool IsPage(HttpContext context) =>
        context.Response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>No script but our own files; styles may be inline because the component library positions with them.</summary>
    private static string ForPages(string? host) =>
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'self'; frame-ancestors " +
            "'none'; " +
        $"form-action 'self'; img-src 'self' data:; media-src 'self' blob:; connect-src 'self'{Sockets(host)}";

    private static string Sockets(string? host) =>
        Uri.TryCreate($"http://{host}", UriKind.Absolute, out var url) ? $" ws://{url.Authority} wss://{url.Authority}" : "";
}
