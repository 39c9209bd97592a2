using System.Text.Json.Serialization;

namespace Opbx.Core.Cloudonix.Api;

/// <summary>Body of <c>PUT /subscribers/{subscriber}</c>; null members stay unchanged.</summary>
public sealed record SubscriberUpdate(
    [property: JsonPropertyName("msisdn")] string? Msisdn = null,
    [property: JsonPropertyName("sipPassword"), JsonConverter(typeof(SecretText))] Secret? SipPassword = null,
    [property: JsonPropertyName("active")] bool? Active = null)
{
    [JsonIgnore]
    public bool IsEmpty => Msisdn is null && SipPassword is null && Active is null;
}
