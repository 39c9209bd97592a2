using System.Text.Json.Serialization;

namespace Opbx.Core.Cloudonix.Api;

/// <summary>Body of <c>POST /subscribers</c>.</summary>
public sealed record NewSubscriber(
    [property: JsonPropertyName("msisdn")] string Msisdn,
    [property: JsonPropertyName("sipPassword"), JsonConverter(typeof(SecretText))] Secret SipPassword)
{
    /// <summary>Always active: an inactive extension gets no subscriber.</summary>
    [JsonPropertyName("active")]
    public bool Active => true;

    /// <summary>Must be an object if present.</summary>
    [JsonPropertyName("profile")]
    public IReadOnlyDictionary<string, string> Profile { get; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
