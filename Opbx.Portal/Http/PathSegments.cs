namespace Opbx.Portal.Http;

internal static class PathSegments
{
    /// <summary>Unescapes a segment's name. Routing unescapes everything but the slash, which would separate segments.</summary>
    public static string NameIn(string segment) => segment.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
}
