using System.Text.Json.Serialization;

namespace Opbx.Core.Cloudonix.Api;

/// <summary>Body of <c>POST /applications</c>.</summary>
public sealed record NewVoiceApplication([property: JsonPropertyName("name")] string Name, [property: JsonPropertyName("url")] string Url)
{
    [JsonPropertyName("type")]
    public string Type => VoiceApplication.Cxml;

    /// <summary>Always POST; Cloudonix defaults to GET.</summary>
    [JsonPropertyName("method")]
    public string Method => "POST";

    /// <summary>Required; must be an object.</summary>
    [JsonPropertyName("profile")]
    public IReadOnlyDictionary<string, string> Profile { get; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
