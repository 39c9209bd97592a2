using System.Text.Json.Serialization;
using Opbx.Core.Document;

namespace Opbx.Core.Routing;

/// <summary>A manual transfer of a live call. Names are short because it is part of a URL.</summary>
/// <param name="Talked">Whether somebody had answered before.</param>
public sealed record Transfer(
    [property: JsonPropertyName("to")] Destination To,
    [property: JsonPropertyName("t")] bool Talked,
    [property: JsonPropertyName("w")] string? With);
