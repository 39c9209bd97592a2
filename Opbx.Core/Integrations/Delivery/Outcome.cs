using System.Text.Json.Serialization;

namespace Opbx.Core.Integrations.Delivery;

/// <summary>The result of one attempt.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Outcome>))]
public enum Outcome
{
    /// <summary>2xx.</summary>
    [JsonStringEnumMemberName("ok")] Ok,

    /// <summary>Rejected by the receiver (4xx).</summary>
    [JsonStringEnumMemberName("http_4xx")] Http4xx,

    /// <summary>Fault of the receiver (5xx, or a status that makes no sense here).</summary>
    [JsonStringEnumMemberName("http_5xx")] Http5xx,

    /// <summary>3xx.</summary>
    [JsonStringEnumMemberName("redirect")] Redirect,

    /// <summary>The receiver is gone for good (410).</summary>
    [JsonStringEnumMemberName("gone")] Gone,

    /// <summary>The receiver asked to wait (429).</summary>
    [JsonStringEnumMemberName("throttled")] Throttled,

    [JsonStringEnumMemberName("dns")] Dns,

    /// <summary>Nothing listens there.</summary>
    [JsonStringEnumMemberName("connect_refused")] ConnectRefused,

    [JsonStringEnumMemberName("connect_timeout")] ConnectTimeout,

    [JsonStringEnumMemberName("connection_lost")] ConnectionLost,

    /// <summary>The certificate is for another name.</summary>
    [JsonStringEnumMemberName("tls_name")] TlsName,

    [JsonStringEnumMemberName("tls_expired")] TlsExpired,

    /// <summary>The certificate is not trusted, or there is no common TLS version.</summary>
    [JsonStringEnumMemberName("tls_untrusted")] TlsUntrusted,

    /// <summary>Response headers incomplete when the time was up.</summary>
    [JsonStringEnumMemberName("timeout_headers")] TimeoutHeaders,

    /// <summary>Response body incomplete when the time was up.</summary>
    [JsonStringEnumMemberName("timeout_body")] TimeoutBody,

    /// <summary>The response is too large.</summary>
    [JsonStringEnumMemberName("too_large")] TooLarge,

    /// <summary>The address is neither public nor allowed.</summary>
    [JsonStringEnumMemberName("blocked_address")] BlockedAddress,

    [JsonStringEnumMemberName("bad_url")] BadUrl,

    /// <summary>The portal stopped, or the integration was switched off.</summary>
    [JsonStringEnumMemberName("cancelled")] Cancelled,

    /// <summary>The event was too old for the integration.</summary>
    [JsonStringEnumMemberName("expired")] Expired,

    /// <summary>Not queued because of too large a backlog.</summary>
    [JsonStringEnumMemberName("shed")] Shed,

    /// <summary>The request could not be built.</summary>
    [JsonStringEnumMemberName("render_error")] RenderError,
}
