using Microsoft.AspNetCore.Http.Features;

namespace Opbx.Portal.Http;

/// <summary>A path means what it says: other spellings of the API's addresses, which a proxy might judge differently from us, do not
/// exist.</summary>
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
        // The raw target: in an escaped name a semicolon or a slash is all right.
        var raw = context.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "";
        var query = raw.IndexOf('?', StringComparison.Ordinal);
        var path = query < 0 ? raw : raw[..query];
        if (path.Contains("//", StringComparison.Ordinal) || path.Contains('\\', StringComparison.Ordinal)) return true;
        return ProgramPaths.IsApi(context, StringComparison.OrdinalIgnoreCase)
            && (!ProgramPaths.IsApi(context, StringComparison.Ordinal) || path.Contains(';', StringComparison.Ordinal)
            || path.Contains("%00", StringComparison.Ordinal));
    }
}
