using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Opbx.Portal.Http;

public static class BodyLimits
{
    /// <summary>Maximum request body, in bytes, unless its endpoint sets another.</summary>
    public const long Body = 1024 * 1024;
    /// <summary>Maximum configuration document, in bytes.</summary>
    public const long Document = 4 * 1024 * 1024;

    private const int Connections = 5000;

    /// <summary>Replaces the default, <see cref="Body"/>.</summary>
    public static TBuilder WithBodyLimit<TBuilder>(this TBuilder builder, long bytes)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new RequestSizeLimitAttribute(bytes));

    internal static void Apply(KestrelServerOptions server)
    {
        server.AddServerHeader = false;
        server.Limits.MaxRequestBodySize = Body;
        server.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        server.Limits.MaxConcurrentConnections = Connections;
        server.Limits.MaxConcurrentUpgradedConnections = Connections;
    }
}
