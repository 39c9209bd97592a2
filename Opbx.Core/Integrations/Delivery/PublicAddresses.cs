using System.Net;
using System.Net.Sockets;

namespace Opbx.Core.Integrations.Delivery;

/// <summary>Decides whether an address is on the public internet; everything reserved in the IANA registries is not.</summary>
public static class PublicAddresses
{
    private static readonly IPNetwork[] ReservedV4 =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
                "192.88.99.0/24",
            "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        }.Select(IPNetwork.Parse),
    ];

    /// <summary>The only block of public IPv6 addresses; excludes loopback, link-local, unique local, NAT64, multicast and so on.</summary>
    private static readonly IPNetwork GlobalV6 = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork[] ReservedV6 =
        [.. new[] { "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20" }.Select(IPNetwork.Parse)];

    /// <summary>IPv4 inside IPv6 is treated as IPv4.</summary>
    public static bool Contains(IPAddress address)
    {
        var plain = Unmap(address);
        return plain.AddressFamily == AddressFamily.InterNetwork
            ? !ReservedV4.Any(n => n.Contains(plain))
            : GlobalV6.Contains(plain) && !ReservedV6.Any(n => n.Contains(plain));
    }

    /// <summary>Extracts IPv4 from IPv6, without a zone.</summary>
    internal static IPAddress Unmap(IPAddress address) =>
        address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address.AddressFamily == AddressFamily.InterNetworkV6 && address.ScopeId != 0
            ? new IPAddress(address.GetAddressBytes()) : address;
}
