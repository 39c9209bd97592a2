namespace Opbx.Core.Integrations.Delivery;

/// <summary>The beginning of a response.</summary>
/// <param name="Body">Up to 16 KB of its body as text.</param>
public sealed record ResponseHead(IReadOnlyDictionary<string, string> Headers, string Body);
