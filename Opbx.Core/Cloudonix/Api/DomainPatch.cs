using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Opbx.Core.Cloudonix.Api;

/// <summary>Body of <c>PATCH /domains/{domain}</c>: changes the named settings, removes those set to null, leaves all others.</summary>
public sealed record DomainPatch([property: JsonPropertyName("profile")] JsonObject Profile);
