using System.Text.Json.Serialization;

namespace Opbx.Core.Cloudonix.Api;

/// <summary>Body of <c>PUT /domains/{domain}</c>.</summary>
public sealed record DomainUpdate([property: JsonPropertyName("defaultApplication")] long DefaultApplication);
