using System.Text.Json.Serialization;
using Opbx.Core.Document;

namespace Opbx.Core.Routing;

/// <summary>A live call is sent somewhere else by hand. Names are short because it travels in an address.</summary>
/// <param name="Talked">Whether somebody had answered before.</param>
public sealed record Transfer(
    [property: JsonPropertyName("to")] Destination To,
    [property: JsonPropertyName("t")] bool Talked,
    [property: JsonPropertyName("w")] string? With);
