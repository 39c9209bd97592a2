using System.Text.Json.Serialization;

namespace Opbx.Core.Cloudonix.Api;

/// <summary>The Cloudonix object that holds the URL of our voice endpoint (docs/cloudonix.md).</summary>
public sealed record VoiceApplication
{
    /// <summary>The type of applications that run CXML documents.</summary>
    public const string Cxml = "cxml";

    [JsonPropertyName("id")]
    public long Id { get; init; }

    /// <summary>Unique within the domain.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    /// <summary><c>cxml</c>, or a type of Cloudonix's own.</summary>
    [JsonPropertyName("type")]
    public string? Type { get; init; }

    /// <summary>The URL that is asked what to do with a call.</summary>
    [JsonPropertyName("url")]
    public string? Url { get; init; }

    [JsonPropertyName("method")]
    public string? Method { get; init; }

    [JsonPropertyName("active")]
    public bool? Active { get; init; }

    /// <summary>Whether it runs CXML from this URL, requested by POST.</summary>
    public bool Asks(string url) =>
        Url == url && Active != false && Type == Cxml && string.Equals(Method, "POST", StringComparison.OrdinalIgnoreCase);
}
