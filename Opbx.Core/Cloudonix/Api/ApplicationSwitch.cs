using System.Text.Json.Serialization;

namespace Opbx.Core.Cloudonix.Api;

/// <summary>The document a live call continues with.</summary>
public sealed record ApplicationSwitch([property: JsonPropertyName("cxml")] string Cxml);
