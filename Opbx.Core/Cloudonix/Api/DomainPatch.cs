using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Opbx.Core.Cloudonix.Api;

/// <summary>Body of <c>PATCH /domains/{domain}</c>: named settings change, a null removes one, all others stay.</summary>
public sealed record DomainPatch([property: JsonPropertyName("profile")] JsonObject Profile);
