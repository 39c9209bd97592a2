namespace Opbx.Portal.Security;

/// <summary>Only our own pages can open circuits: WebSockets are not subject to the browser's cross-site rules.</summary>
internal sealed class SameOrigin(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments("/_blazor") || IsSame(context.Request)) return next(context);
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static bool IsSame(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        if (origin.Length == 0) return true;
        return Uri.TryCreate(origin, UriKind.Absolute, out var from)
            && Uri.TryCreate($"{request.Scheme}://{request.Host}", UriKind.Absolute, out var here)
            && from.Authority.Equals(here.Authority, StringComparison.OrdinalIgnoreCase);
    }
}
