using System.Text.Json.Nodes;

namespace Opbx.Core.Document;

/// <summary>A member that differs, as reported by the import.</summary>
/// <param name="Path">JSON pointer in the new document (in the old one for removed members).</param>
/// <param name="Kind"><c>added</c>, <c>removed</c> or <c>changed</c>.</param>
public sealed record MemberChange(string Path, string Kind, JsonNode? Before, JsonNode? After);
