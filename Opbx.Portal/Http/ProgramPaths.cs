namespace Opbx.Portal.Http;

/// <summary>Parts of the address space with different treatment.</summary>
internal static class ProgramPaths
{
    /// <summary>The REST API: keys instead of cookies, problem details instead of pages.</summary>
    public static bool IsApi(HttpContext context, StringComparison comparison = StringComparison.Ordinal) =>
        context.Request.Path.StartsWithSegments("/api/v1", comparison);

    /// <summary>Frequent requests that say nothing about the use of the portal: neither logged nor traced.</summary>
    public static bool IsQuiet(HttpContext context) => StartsWith(context, "/_blazor", "/_framework", "/_content", "/healthz", "/metrics");

    /// <summary>URLs used by programs, where an error is data and never a page.</summary>
    public static bool IsForPrograms(HttpContext context) =>
        StartsWith(
            context, "/api", "/hooks", "/healthz", "/metrics", "/openapi", "/sandbox/api", "/prompt-audio", "/_blazor", "/_framework",
                "/_content");

    private static bool StartsWith(HttpContext context, params string[] prefixes) =>
        Array.Exists(prefixes, prefix => context.Request.Path.StartsWithSegments(prefix, StringComparison.OrdinalIgnoreCase));
}
