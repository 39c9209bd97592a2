using Microsoft.AspNetCore.Http.Features;

namespace Opbx.Portal.Http;

/// <summary>Rejects other spellings of the API's paths, which a proxy might judge differently from us.</summary>
internal sealed class PathStrictness(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (!IsOdd(context)) return next(context);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private static bool IsOdd(HttpContext context)
    {
        // The raw target: in an escaped name a semicolon or a slash is allowed.
        var raw = context.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "";
        var query = raw.IndexOf('?', StringComparison.Ordinal);
        var path = query < 0 ? raw : raw[..query];
        if (path.Contains("//", StringComparison.Ordinal) || path.Contains('\\', StringComparison.Ordinal)) return true;
        return ProgramPaths.IsApi(context, StringComparison.OrdinalIgnoreCase)
            && (!ProgramPaths.IsApi(context, StringComparison.Ordinal) || path.Contains(';', StringComparison.Ordinal)
            || path.Contains("%00", StringComparison.Ordinal));
    }
}
