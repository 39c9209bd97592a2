using System.Text.Json.Serialization;

namespace Opbx.Core.Cloudonix.Api;

/// <summary>Body of <c>POST /calls/{domain}/application</c>: a phone is called, and when it answers the document runs as if it had called.</summary>
/// <param name="Destination">Whom to call.</param>
/// <param name="CallerId">What that phone shows.</param>
/// <param name="Cxml">The document.</param>
/// <param name="Timeout">Seconds of ringing.</param>
public sealed record NewCall(
    [property: JsonPropertyName("destination")] string Destination,
    [property: JsonPropertyName("caller-id")] string CallerId,
    [property: JsonPropertyName("cxml")] string Cxml,
    [property: JsonPropertyName("timeout")] int Timeout);

/// <summary>A call that was begun by us.</summary>
public sealed record StartedCall
{
    /// <summary>Its session token.</summary>
    [JsonPropertyName("token")]
    public string Token { get; init; } = "";
}
