using System.Text.Json.Serialization;

namespace Opbx.Core.Cloudonix.Api;

/// <summary>What a live call goes on with.</summary>
public sealed record ApplicationSwitch([property: JsonPropertyName("cxml")] string Cxml);
