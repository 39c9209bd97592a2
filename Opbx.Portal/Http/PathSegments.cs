namespace Opbx.Portal.Http;

/// <summary>Names in addresses.</summary>
internal static class PathSegments
{
    /// <summary>The name that a segment stands for. Routing unescapes everything but the slash, which would have been a segment of its
    /// own.</summary>
    public static string NameIn(string segment) => segment.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
}
