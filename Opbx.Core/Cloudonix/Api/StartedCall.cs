using System.Text.Json.Serialization;

namespace Opbx.Core.Cloudonix.Api;

/// <summary>A call that was begun by us.</summary>
public sealed record StartedCall
{
    /// <summary>Its session token; an answer without one cannot be read.</summary>
    [JsonPropertyName("token")]
    public required string Token
    {
        get;
        init => field = value is { Length: > 0 } ? value : throw new JsonException("The token is missing.");
    }
}
