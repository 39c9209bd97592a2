using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Opbx.Portal.Http;

/// <summary>How much one client may send and hold open.</summary>
public static class BodyLimits
{
    /// <summary>The largest body of a request, in bytes, unless its endpoint says otherwise.</summary>
    public const long Body = 1024 * 1024;

    /// <summary>The largest configuration document, in bytes.</summary>
    public const long Document = 4 * 1024 * 1024;

    private const int Connections = 5000;

    /// <summary>Lets the endpoints accept bodies of another size than <see cref="Body"/>.</summary>
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
