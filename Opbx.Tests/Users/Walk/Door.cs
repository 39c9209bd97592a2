using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;

namespace Opbx.Tests.Users.Walk;

/// <summary>One way into the portal: a page, or a method and route of an endpoint.</summary>
/// <param name="Method">The HTTP method; pages are opened with GET.</param>
/// <param name="Route">The pattern.</param>
/// <param name="IsPage">Whether people see it in a browser.</param>
internal sealed partial record Door(string Method, string Route, bool IsPage)
{
    private const string SandboxApi = "/sandbox/api/";

    /// <summary>Whether API keys open it, and not sessions.</summary>
    public bool IsApi => Route.StartsWith("/api/", StringComparison.Ordinal);

    /// <summary>Names of the parameters of the route.</summary>
    public IEnumerable<string> Parameters => Parameter().Matches(Route).Select(m => m.Groups["name"].Value);

    /// <summary>How the table names it. The sandbox speaks the whole API of Cloudonix, behind one gate.</summary>
    public string Name =>
        Route.StartsWith(SandboxApi, StringComparison.Ordinal) ? $"any | {SandboxApi}..." : $"{(IsPage ? "page" : Method)} | {Route}";

    /// <summary>Every door of the running portal, files of the pages left out.</summary>
    public static IReadOnlyList<Door> All(IEnumerable<EndpointDataSource> sources) =>
    [
        .. sources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null && !For(e)
            .StartsWith("/_framework", StringComparison.Ordinal) && !For(e).Contains(":file}", StringComparison.Ordinal))
            .SelectMany(Doors).Distinct().OrderBy(d => d.Route, StringComparer.Ordinal).ThenBy(d => d.Method, StringComparer.Ordinal),
    ];

    /// <summary>The route with values in place of its parameters.</summary>
    public string Filled(Func<string, string> value) => Parameter().Replace(Route, m => value(m.Groups["name"].Value));

    private static IEnumerable<Door> Doors(RouteEndpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null) return [new Door("GET", For(endpoint), IsPage: true)];
        return (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Where(m => m != "HEAD")
            .Select(m => new Door(m, For(endpoint), IsPage: false));
    }

    private static string For(RouteEndpoint endpoint) => "/" + (endpoint.RoutePattern.RawText ?? "").TrimStart('/').TrimEnd('/');

    [GeneratedRegex(@"\{\*{0,2}(?<name>\w+)[^}]*\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Parameter();
}
