using System.Text.Json.Serialization;

namespace Opbx.Core.Cloudonix.Api;

/// <summary>A domain at Cloudonix: the counterpart of one PBX (contract 1.6).</summary>
public sealed record CloudonixDomain
{
    [JsonPropertyName("id")]
    public long Id { get; init; }

    /// <summary>Identity that never changes; empty when Cloudonix does not say it.</summary>
    [JsonPropertyName("uuid")]
    public string? Uuid { get; init; }

    /// <summary>The name, for example <c>acme.cloudonix.net</c>.</summary>
    [JsonPropertyName("domain")]
    public string? Name { get; init; }

    /// <summary>Whether it takes calls.</summary>
    [JsonPropertyName("active")]
    public bool? Active { get; init; }

    /// <summary>Id of the application that runs for every call without one of its own.</summary>
    [JsonPropertyName("defaultApplication")]
    public long? DefaultApplication { get; init; }

    /// <summary>Settings by name; anything but an object counts as empty.</summary>
    [JsonPropertyName("profile")]
    public JsonElement Profile { get; init; }

    /// <summary>One setting as it is on the wire; null when absent.</summary>
    public JsonElement? Setting(string name) =>
        Profile.ValueKind == JsonValueKind.Object && Profile.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? value : null;
}
