using System.Text.Json.Serialization;

namespace Opbx.Core.Cloudonix.Api;

/// <summary>A SIP account at Cloudonix (docs/cloudonix.md).</summary>
public sealed record RemoteSubscriber
{
    /// <summary>Referenced by events.</summary>
    [JsonPropertyName("id")]
    public long Id { get; init; }

    /// <summary>The number it is dialled by; the SIP user name.</summary>
    [JsonPropertyName("msisdn")]
    public string Msisdn { get; init; } = "";

    /// <summary>Whether it can register and be called.</summary>
    [JsonPropertyName("active")]
    public bool Active { get; init; } = true;

    /// <summary>Included in every response of Cloudonix.</summary>
    [JsonPropertyName("sipPassword"), JsonConverter(typeof(SecretText))]
    public Secret? SipPassword { get; init; }
}
