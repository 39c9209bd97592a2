namespace Opbx.Portal.Http;

/// <summary>The parts of the address space that are treated differently as a whole.</summary>
internal static class ProgramPaths
{
    /// <summary>The REST API: keys instead of cookies, problem details instead of pages.</summary>
    public static bool IsApi(HttpContext context, StringComparison comparison = StringComparison.Ordinal) => context.Request.Path.StartsWithSegments("/api/v1", comparison);

    /// <summary>What is asked all the time and tells nothing about the use of the portal: it is neither logged nor traced.</summary>
    public static bool IsQuiet(HttpContext context) =>
        Array.Exists(["/_blazor", "/_framework", "/_content", "/healthz", "/metrics"], prefix => context.Request.Path.StartsWithSegments(prefix, StringComparison.OrdinalIgnoreCase));

    /// <summary>Addresses that programs ask, so that an error is data and never a page.</summary>
    public static bool IsForPrograms(HttpContext context) =>
        Array.Exists(["/api", "/hooks", "/healthz", "/metrics", "/openapi", "/sandbox/api", "/prompt-audio", "/_blazor", "/_framework", "/_content"], prefix => context.Request.Path.StartsWithSegments(prefix, StringComparison.OrdinalIgnoreCase));
}
