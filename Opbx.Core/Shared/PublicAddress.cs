using Microsoft.Extensions.Options;

namespace Opbx.Core.Shared;

/// <summary>The address under which people and Cloudonix reach this portal: the configured one, or in Development the one the server
/// listens on.</summary>
public sealed class PublicAddress(IOptions<PortalOptions> options)
{
    private readonly string _configured = options.Value.PublicUrl.TrimEnd('/');
    private string? _bound;

    /// <summary>The base URL without a slash at the end.</summary>
    public string Url => _configured.Length > 0 ? _configured : Volatile.Read(ref _bound) ?? "http://localhost";

    /// <summary>Tells where the server listens; called once, when the port is open.</summary>
    public void Listening(string url) => Volatile.Write(ref _bound, url.TrimEnd('/'));

    /// <summary>The full address of a path of this portal.</summary>
    public string For(string path) => Url + path;
}
