using System.Text.Json.Serialization;
using Opbx.Core.Shared;

namespace Opbx.Core.Cloudonix.Api;

/// <summary>A SIP account at Cloudonix (contract 1.9).</summary>
public sealed record RemoteSubscriber
{
    /// <summary>Numeric identity; events name it.</summary>
    [JsonPropertyName("id")]
    public long Id { get; init; }

    /// <summary>The number it is dialled by; the SIP user name.</summary>
    [JsonPropertyName("msisdn")]
    public string Msisdn { get; init; } = "";

    /// <summary>Whether it can register and be called.</summary>
    [JsonPropertyName("active")]
    public bool Active { get; init; } = true;

    /// <summary>The password; Cloudonix shows it in every answer.</summary>
    [JsonPropertyName("sipPassword"), JsonConverter(typeof(SecretText))]
    public Secret? SipPassword { get; init; }
}

/// <summary>Body of <c>POST /subscribers</c>.</summary>
public sealed record NewSubscriber(
    [property: JsonPropertyName("msisdn")] string Msisdn,
    [property: JsonPropertyName("sipPassword"), JsonConverter(typeof(SecretText))] Secret SipPassword)
{
    /// <summary>Always active: an inactive extension gets no subscriber.</summary>
    [JsonPropertyName("active")]
    public bool Active => true;

    /// <summary>Must be an object when it is there.</summary>
    [JsonPropertyName("profile")]
    public IReadOnlyDictionary<string, string> Profile { get; } = new Dictionary<string, string>(StringComparer.Ordinal);
}

/// <summary>Body of <c>PUT /subscribers/{subscriber}</c>; what is null stays as it is.</summary>
public sealed record SubscriberUpdate(
    [property: JsonPropertyName("msisdn")] string? Msisdn = null,
    [property: JsonPropertyName("sipPassword"), JsonConverter(typeof(SecretText))] Secret? SipPassword = null,
    [property: JsonPropertyName("active")] bool? Active = null)
{
    /// <summary>Whether nothing changes.</summary>
    [JsonIgnore]
    public bool IsEmpty => Msisdn is null && SipPassword is null && Active is null;
}
