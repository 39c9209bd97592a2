using System.Text.Json.Serialization;

namespace Opbx.Core.Cloudonix.Api;

/// <summary>What a live call goes on with.</summary>
/// <param name="Cxml">The document.</param>
public sealed record ApplicationSwitch([property: JsonPropertyName("cxml")] string Cxml);
