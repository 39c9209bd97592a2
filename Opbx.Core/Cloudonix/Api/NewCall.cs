using System.Text.Json.Serialization;

namespace Opbx.Core.Cloudonix.Api;

/// <summary>Body of <c>POST /calls/{domain}/application</c>: calls a phone, which runs the document as if it had called.</summary>
public sealed record NewCall(
    [property: JsonPropertyName("destination")] string Destination,
    [property: JsonPropertyName("caller-id")] string CallerId,
    [property: JsonPropertyName("cxml")] string Cxml,
    [property: JsonPropertyName("timeout")] int Timeout);
