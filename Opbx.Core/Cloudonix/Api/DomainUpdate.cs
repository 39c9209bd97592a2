using System.Text.Json.Serialization;

namespace Opbx.Core.Cloudonix.Api;

/// <summary>Body of <c>PUT /domains/{domain}</c>.</summary>
/// <param name="DefaultApplication">Numeric id of the application.</param>
public sealed record DomainUpdate([property: JsonPropertyName("defaultApplication")] long DefaultApplication);
