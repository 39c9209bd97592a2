using Microsoft.Extensions.Options;
using Opbx.Core.Cloudonix;

namespace Opbx.Core.Calls.Recordings.Download;

/// <summary>Where audio may be fetched from: https at the configured hosts, and the origin of the platform's own API.</summary>
public sealed class AudioSources(IOptions<RecordingOptions> options, IOptions<CloudonixOptions> cloudonix, IOptions<SandboxOptions> sandbox,
    ISandboxAddress ownSandbox)
{
    private static readonly string[] CloudonixHosts = ["*.cloudonix.io", "*.cloudonix.net"];
    private readonly IReadOnlyList<string> _hosts = options.Value.Hosts.Count > 0 ? options.Value.Hosts : CloudonixHosts;

    /// <summary>Null when the URL is not allowed.</summary>
    public Uri? Allow(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.UserInfo.Length > 0) return null;
        if (IsOrigin(url, cloudonix.Value.ApiUrl)
            || (sandbox.Value.Enabled != false && IsOrigin(url, ownSandbox.ApiUrl)
                && url.AbsolutePath.StartsWith("/sandbox/recordings/", StringComparison.Ordinal))) return url;
        return url.Scheme == Uri.UriSchemeHttps && url.IsDefaultPort && _hosts.Any(host => IsHost(url.IdnHost, host)) ? url : null;
    }

    private static bool IsOrigin(Uri url, string known) =>
        Uri.TryCreate(known, UriKind.Absolute, out var origin) && url.Scheme == origin.Scheme && url.Port == origin.Port
            && string.Equals(url.IdnHost, origin.IdnHost, StringComparison.OrdinalIgnoreCase);

    private static bool IsHost(string host, string pattern) => pattern.StartsWith("*.", StringComparison.Ordinal)
        ? host.EndsWith(pattern[1..], StringComparison.OrdinalIgnoreCase) && host.Length > pattern.Length - 1
        : string.Equals(host, pattern, StringComparison.OrdinalIgnoreCase);
}
