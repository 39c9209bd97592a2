using System.Text.Json.Serialization;

namespace Opbx.Core.Cloudonix.Api;

/// <summary>A call that we started.</summary>
public sealed record StartedCall
{
    /// <summary>The session token; a response without one is unreadable.</summary>
    [JsonPropertyName("token")]
    public required string Token
    {
        get;
        init => field = value is { Length: > 0 } ? value : throw new JsonException("The token is missing.");
    }
}
