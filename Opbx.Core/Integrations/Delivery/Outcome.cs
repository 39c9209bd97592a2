using System.Text.Json.Serialization;

namespace Opbx.Core.Integrations.Delivery;

/// <summary>How one attempt went.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Outcome>))]
public enum Outcome
{
    /// <summary>Taken (2xx).</summary>
    [JsonStringEnumMemberName("ok")] Ok,

    /// <summary>Refused by the receiver (4xx).</summary>
    [JsonStringEnumMemberName("http_4xx")] Http4xx,

    /// <summary>The receiver had a fault (5xx, or a status that makes no sense here).</summary>
    [JsonStringEnumMemberName("http_5xx")] Http5xx,

    /// <summary>The receiver has moved (3xx).</summary>
    [JsonStringEnumMemberName("redirect")] Redirect,

    /// <summary>The receiver is gone for good (410).</summary>
    [JsonStringEnumMemberName("gone")] Gone,

    /// <summary>The receiver asked to wait (429).</summary>
    [JsonStringEnumMemberName("throttled")] Throttled,

    /// <summary>The host's name is unknown.</summary>
    [JsonStringEnumMemberName("dns")] Dns,

    /// <summary>Nothing listens there.</summary>
    [JsonStringEnumMemberName("connect_refused")] ConnectRefused,

    /// <summary>No connection within the time.</summary>
    [JsonStringEnumMemberName("connect_timeout")] ConnectTimeout,

    [JsonStringEnumMemberName("connection_lost")] ConnectionLost,

    /// <summary>The certificate is for another name.</summary>
    [JsonStringEnumMemberName("tls_name")] TlsName,

    [JsonStringEnumMemberName("tls_expired")] TlsExpired,

    /// <summary>The certificate is not trusted, or there is no common TLS version.</summary>
    [JsonStringEnumMemberName("tls_untrusted")] TlsUntrusted,

    /// <summary>No complete answer head within the time.</summary>
    [JsonStringEnumMemberName("timeout_headers")] TimeoutHeaders,

    /// <summary>The answer's body did not end within the time.</summary>
    [JsonStringEnumMemberName("timeout_body")] TimeoutBody,

    /// <summary>The answer is too large.</summary>
    [JsonStringEnumMemberName("too_large")] TooLarge,

    /// <summary>The address is not public and not allowed.</summary>
    [JsonStringEnumMemberName("blocked_address")] BlockedAddress,

    /// <summary>The address is not usable.</summary>
    [JsonStringEnumMemberName("bad_url")] BadUrl,

    /// <summary>The portal stopped, or the integration was switched off.</summary>
    [JsonStringEnumMemberName("cancelled")] Cancelled,

    /// <summary>The event was too old for the integration.</summary>
    [JsonStringEnumMemberName("expired")] Expired,

    /// <summary>Too much was waiting already, so it was not queued.</summary>
    [JsonStringEnumMemberName("shed")] Shed,

    /// <summary>The request could not be made.</summary>
    [JsonStringEnumMemberName("render_error")] RenderError,
}
