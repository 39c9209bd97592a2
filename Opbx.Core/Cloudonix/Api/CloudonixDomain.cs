using System.Text.Json.Serialization;

namespace Opbx.Core.Cloudonix.Api;

/// <summary>A domain at Cloudonix: the counterpart of one PBX (docs/cloudonix.md).</summary>
public sealed record CloudonixDomain
{
    [JsonPropertyName("id")]
    public long Id { get; init; }

    /// <summary>Never changes; empty when Cloudonix omits it.</summary>
    [JsonPropertyName("uuid")]
    public string? Uuid { get; init; }

    /// <summary>For example <c>acme.cloudonix.net</c>.</summary>
    [JsonPropertyName("domain")]
    public string? Name { get; init; }

    /// <summary>Whether the domain accepts calls.</summary>
    [JsonPropertyName("active")]
    public bool? Active { get; init; }

    /// <summary>Id of the application that runs for every call without one of its own.</summary>
    [JsonPropertyName("defaultApplication")]
    public long? DefaultApplication { get; init; }

    /// <summary>Settings by name; anything but an object is treated as empty.</summary>
    [JsonPropertyName("profile")]
    public JsonElement Profile { get; init; }

    /// <summary>A setting as on the wire; null when absent.</summary>
    public JsonElement? Setting(string name) =>
        Profile.ValueKind == JsonValueKind.Object && Profile.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? value : null;
}
