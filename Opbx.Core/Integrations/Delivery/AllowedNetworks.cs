using System.Net;

namespace Opbx.Core.Integrations.Delivery;

/// <summary>Private networks and hosts that the operator allows webhooks to reach.</summary>
public sealed class AllowedNetworks
{
    private readonly List<IPNetwork> _networks = [];
    private readonly HashSet<string> _hosts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Entries are <c>10.0.0.0/8</c>, <c>10.1.2.3</c> or <c>crm.internal</c>; else <see cref="FormatException"/>.</summary>
    public AllowedNetworks(IEnumerable<string> entries)
    {
        foreach (var entry in entries.Select(e => e.Trim()).Where(e => e.Length > 0))
        {
            if (Network(entry) is { } network) _networks.Add(network);
            else if (!entry.Contains('/') && Uri.CheckHostName(entry) == UriHostNameType.Dns) _hosts.Add(entry);
            else throw new FormatException($"\"{entry}\" is neither a network such as 10.0.0.0/8 nor a host name.");
        }
    }

    public bool Contains(string host, IPAddress address)
    {
        var plain = PublicAddresses.Unmap(address);
        return _hosts.Contains(host.TrimEnd('.'))
            || _networks.Any(n => n.BaseAddress.AddressFamily == plain.AddressFamily && n.Contains(plain));
    }

    private static IPNetwork? Network(string entry)
    {
        var parts = entry.Split('/');
        if (parts.Length > 2 || !IPAddress.TryParse(parts[0], out var address)) return null;
        var bytes = address.GetAddressBytes();
        var bits = bytes.Length * 8;
        if (parts.Length == 2 && (!int.TryParse(parts[1], out bits) || bits < 0 || bits > bytes.Length * 8)) return null;
        for (var i = 0; i < bytes.Length * 8; i++)
            if (i >= bits) bytes[i / 8] &= (byte)~(0x80 >> (i % 8));
        return new IPNetwork(new IPAddress(bytes), bits);
    }
}
