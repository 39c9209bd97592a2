using System.Text.Json.Serialization;

namespace Opbx.Core.Cloudonix.Api;

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
