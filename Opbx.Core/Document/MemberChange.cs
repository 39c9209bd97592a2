using System.Text.Json.Nodes;

namespace Opbx.Core.Document;

/// <summary>One member that differs, as the import reports it.</summary>
/// <param name="Path">Its JSON pointer in the new document (in the old one, when it is gone).</param>
/// <param name="Kind"><c>added</c>, <c>removed</c> or <c>changed</c>.</param>
/// <param name="Before">The value before.</param>
/// <param name="After">The value after.</param>
public sealed record MemberChange(string Path, string Kind, JsonNode? Before, JsonNode? After);
