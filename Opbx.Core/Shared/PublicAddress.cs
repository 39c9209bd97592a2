using Microsoft.Extensions.Options;

namespace Opbx.Core.Shared;

/// <summary>The portal's URL for people and Cloudonix: the configured one, or in Development the one the server listens on.</summary>
public sealed class PublicAddress(IOptions<PortalOptions> options)
{
    private readonly string _configured = options.Value.PublicUrl.TrimEnd('/');
    private string? _bound;

    /// <summary>Without a trailing slash.</summary>
    public string Url => _configured.Length > 0 ? _configured : Volatile.Read(ref _bound) ?? "http://localhost";

    /// <summary>Called once, when the port is open.</summary>
    public void Listening(string url) => Volatile.Write(ref _bound, url.TrimEnd('/'));

    public string For(string path) => Url + path;
}
