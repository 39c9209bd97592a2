using System.Text.Json.Serialization;

namespace Opbx.Core.Cloudonix.Api;

/// <summary>Body of <c>PATCH /applications/{application}</c>.</summary>
public sealed record VoiceApplicationPatch([property: JsonPropertyName("url")] string Url)
{
    [JsonPropertyName("type")]
    public string Type => VoiceApplication.Cxml;

    [JsonPropertyName("method")]
    public string Method => "POST";

    /// <summary>Reactivates an application that someone switched off.</summary>
    [JsonPropertyName("active")]
    public bool Active => true;
}
