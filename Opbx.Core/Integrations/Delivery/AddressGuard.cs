using System.Collections.Frozen;
using System.Net;
using System.Net.Sockets;

namespace Opbx.Core.Integrations.Delivery;

/// <summary>Connects webhooks to public addresses only: resolves the host, refuses if any of its addresses is not
/// public, and connects to exactly the address it checked.</summary>
internal sealed class AddressGuard(AllowedNetworks allowed, Func<string, CancellationToken, Task<IPAddress[]>> lookup)
{
    /// <summary>Ports of mail, telephony, databases and control planes, which understand enough HTTP to be abused.</summary>
    private static readonly FrozenSet<int> DeniedPorts =
        new[] { 1433, 1521, 2375, 2376, 2379, 3306, 3389, 5038, 5060, 5061, 5432, 5900, 6379, 6443, 8021, 9200, 10250, 11211, 27017 }
        .ToFrozenSet();

    public AddressGuard(AllowedNetworks allowed)
        : this(allowed, (host, cancel) => Dns.GetHostAddressesAsync(host, cancel))
    {
    }

    /// <summary>Callback of <see cref="SocketsHttpHandler"/>.</summary>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var endpoint = context.DnsEndPoint;
        var clock = ExchangeClock.For(context.InitialRequestMessage);
        var addresses = await ResolveAsync(endpoint.Host, endpoint.Port, cancel);
        clock?.Resolved();
        SocketException? last = null;
        foreach (var address in addresses)
        {
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(new IPEndPoint(address, endpoint.Port), cancel);
                clock?.Connected();
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException e)
            {
                last = e;
                socket.Dispose();
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }
        throw last ?? new SocketException((int)SocketError.HostNotFound);
    }

    /// <summary>The checked addresses of the host; throws <see cref="AttemptException"/> when one is not allowed.</summary>
    public async Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, int port, CancellationToken cancel)
    {
        var found = IPAddress.TryParse(host, out var literal) ? [literal] : await LookupAsync(host, cancel);
        if (found.Length == 0) throw new AttemptException(Outcome.Dns);
        var others = found.Where(a => !allowed.Contains(host, a)).ToList();
        if (others.Count > 0 && (!PortIsFine(port) || !others.All(PublicAddresses.Contains)))
            throw new AttemptException(Outcome.BlockedAddress);
        return [.. found.Select(PublicAddresses.Unmap)];
    }

    private static bool PortIsFine(int port) => port is 80 or 443 || (port >= 1024 && !DeniedPorts.Contains(port));

    private async Task<IPAddress[]> LookupAsync(string host, CancellationToken cancel)
    {
        try
        {
            return await lookup(host, cancel);
        }
        catch (Exception e) when (e is SocketException or ArgumentException)
        {
            throw new AttemptException(Outcome.Dns);
        }
    }
}

/// <summary>Ends an attempt with an outcome.</summary>
internal sealed class AttemptException(Outcome outcome) : Exception(outcome.ToString())
{
    public Outcome Outcome { get; } = outcome;
}
