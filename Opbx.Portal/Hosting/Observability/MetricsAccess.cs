using System.Net;
using Opbx.Core.Integrations.Delivery;

namespace Opbx.Portal.Hosting.Observability;

/// <summary>Whom <c>/metrics</c> answers: this machine, and the networks that the operator names.</summary>
internal sealed class MetricsAccess(AllowedNetworks networks)
{
    // What proxies say about whom they speak for; of a trusted one, the portal moves it to the second list.
    private static readonly string[] Unresolved =
        ["X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Forwarded", "Via"];

    private static readonly string[] Resolved = ["X-Original-For", "X-Original-Host", "X-Original-Proto"];

    /// <summary>Whether the request is answered. Behind a proxy on this machine every request comes from it, so one that was passed on
    /// never counts
    /// as
    /// coming from here.</summary>
    public bool Admits(HttpRequest request)
    {
        if (request.HttpContext.Connection.RemoteIpAddress is not { } address || Has(request, Unresolved)) return false;
        return networks.Contains("", address)
            || (IPAddress.IsLoopback(address) && !Has(request, Resolved) && IsThisMachine(request.Host.Host));
    }

    /// <summary>A proxy may say nothing about itself and pass on the outer name.</summary>
    private static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static bool Has(HttpRequest request, string[] headers) => Array.Exists(headers, request.Headers.ContainsKey);
}
