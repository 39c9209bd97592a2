using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Opbx.Portal.Sandbox.State;

/// <summary>A voice application; serialized to the wire as it is.</summary>
internal sealed record SandboxApplication
{
    public required long Id { get; init; }
    public required long DomainId { get; init; }
    public required string Name { get; init; }
    public required Guid Uuid { get; init; }
    public string Type { get; init; } = "cxml";
    public required string Url { get; init; }
    public required string Method { get; init; }
    public bool Active { get; init; } = true;
    public ImmutableDictionary<string, JsonElement> Profile { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;

    [JsonPropertyName("llm-tools")]
    public ImmutableArray<string> LlmTools { get; init; } = [];

    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset ModifiedAt { get; init; }
    public DateTimeOffset? DeletedAt { get; init; }
}
