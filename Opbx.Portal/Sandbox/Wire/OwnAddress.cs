using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Opbx.Core.Cloudonix;

namespace Opbx.Portal.Sandbox.Wire;

/// <summary>The portal's own address. The sandbox connects to nothing else, and uses the port this process listens on
/// even when the public address is another one: a sandbox call works without access from the internet.</summary>
internal sealed class OwnAddress(PublicAddress published, IServer server) : ISandboxAddress
{
    /// <summary>Where this process reaches itself; without a trailing slash.</summary>
    public string Base => Bound()?.GetLeftPart(UriPartial.Authority) ?? published.Url;

    public string ApiUrl => Base + "/sandbox/api";

    /// <summary>The address to send a request for <paramref name="url"/> to; null when it is not the portal's.</summary>
    public Uri? Resolve(string? url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var wanted) || wanted.Scheme is not ("http" or "https")) return null;
        if (Listening().Any(own => SameOrigin(wanted, own))) return wanted;
        if (!Uri.TryCreate(published.Url, UriKind.Absolute, out var known) || !SameOrigin(wanted, known)) return null;
        return Bound() is { } bound ? new Uri(bound, wanted.PathAndQuery) : wanted;
    }

    private static bool SameOrigin(Uri one, Uri other) =>
        one.Scheme == other.Scheme && one.Port == other.Port && string.Equals(one.Host, other.Host, StringComparison.OrdinalIgnoreCase);

    /// <summary>A plain http address, which works without a certificate.</summary>
    private Uri? Bound() => Listening().FirstOrDefault(address => address.Scheme == "http");

    private IEnumerable<Uri> Listening()
    {
        foreach (var address in server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [])
        {
            var parsed = BindingAddress.Parse(address);
            if (parsed.IsUnixPipe || parsed.IsNamedPipe) continue;
            var host = parsed.Host is "0.0.0.0" or "[::]" or "*" or "+" ? "127.0.0.1" : parsed.Host;
            if (Uri.TryCreate($"{parsed.Scheme}://{host}:{parsed.Port}", UriKind.Absolute, out var uri)) yield return uri;
        }
    }
}
