using System.Net;
using Opbx.Core.Integrations.Delivery;

namespace Opbx.Portal.Hosting.Observability;

/// <summary>Who can read <c>/metrics</c>: this machine, and the networks configured by the operator.</summary>
internal sealed class MetricsAccess(AllowedNetworks networks)
{
    // Headers in which proxies name the client; for a trusted proxy the portal moves them to the second list.
    private static readonly string[] Unresolved =
        ["X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Forwarded", "Via"];

    private static readonly string[] Resolved = ["X-Original-For", "X-Original-Host", "X-Original-Proto"];

    /// <summary>Behind a proxy on this machine every request comes from it, so forwarded requests never count as local.</summary>
    public bool Admits(HttpRequest request)
    {
        if (request.HttpContext.Connection.RemoteIpAddress is not { } address || Has(request, Unresolved)) return false;
        return networks.Contains("", address)
            || (IPAddress.IsLoopback(address) && !Has(request, Resolved) && IsThisMachine(request.Host.Host));
    }

    /// <summary>A proxy may not identify itself and forward the external host name.</summary>
    private static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static bool Has(HttpRequest request, string[] headers) => Array.Exists(headers, request.Headers.ContainsKey);
}
