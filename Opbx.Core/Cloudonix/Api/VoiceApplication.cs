using System.Text.Json.Serialization;

namespace Opbx.Core.Cloudonix.Api;

/// <summary>The Cloudonix object that holds the address of our voice endpoint (contract 1.10).</summary>
public sealed record VoiceApplication
{
    /// <summary>The type of an application that runs CXML documents.</summary>
    public const string Cxml = "cxml";

    [JsonPropertyName("id")]
    public long Id { get; init; }

    /// <summary>The name, unique within the domain.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    /// <summary><c>cxml</c>, or a kind of Cloudonix' own.</summary>
    [JsonPropertyName("type")]
    public string? Type { get; init; }

    /// <summary>The address that is asked what to do with a call.</summary>
    [JsonPropertyName("url")]
    public string? Url { get; init; }

    /// <summary>The HTTP method of that request.</summary>
    [JsonPropertyName("method")]
    public string? Method { get; init; }

    [JsonPropertyName("active")]
    public bool? Active { get; init; }

    /// <summary>Whether it runs CXML from this address, asked by POST.</summary>
    public bool Asks(string url) => Url == url && Active != false && Type == Cxml && string.Equals(Method, "POST", StringComparison.OrdinalIgnoreCase);
}

/// <summary>Body of <c>POST /applications</c>.</summary>
/// <param name="Url">The address of the voice endpoint.</param>
public sealed record NewVoiceApplication([property: JsonPropertyName("name")] string Name, [property: JsonPropertyName("url")] string Url)
{
    [JsonPropertyName("type")]
    public string Type => VoiceApplication.Cxml;

    /// <summary>Always POST; Cloudonix would take GET by itself.</summary>
    [JsonPropertyName("method")]
    public string Method => "POST";

    /// <summary>Must be there and an object.</summary>
    [JsonPropertyName("profile")]
    public IReadOnlyDictionary<string, string> Profile { get; } = new Dictionary<string, string>(StringComparer.Ordinal);
}

/// <summary>Body of <c>PATCH /applications/{application}</c>.</summary>
/// <param name="Url">The address of the voice endpoint.</param>
public sealed record VoiceApplicationPatch([property: JsonPropertyName("url")] string Url)
{
    [JsonPropertyName("type")]
    public string Type => VoiceApplication.Cxml;

    [JsonPropertyName("method")]
    public string Method => "POST";

    /// <summary>Switched on again when somebody switched it off.</summary>
    [JsonPropertyName("active")]
    public bool Active => true;
}
