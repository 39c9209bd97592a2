using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace Opbx.Core.Calls.Ingest;

/// <summary>Parses the body of a message: a JSON object, an array of one, or form fields. Everything else is unreadable.</summary>
public static class MessageBody
{
    /// <summary>Maximum size in bytes.</summary>
    public const int Longest = 256 * 1024;

    public const int Deepest = 16;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = Deepest };
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Null when the body is unreadable.</summary>
    public static OpenedBody? Open(ReadOnlySpan<byte> bytes, string? contentType)
    {
        if (bytes.Length > Longest || Decode(bytes) is not { } text) return null;
        var isJson = text.AsSpan().TrimStart() is ['{' or '[', ..];
        if (!isJson && contentType?.Contains("form-urlencoded", StringComparison.OrdinalIgnoreCase) != true) return null;
        return isJson ? Json(text) : Form(text);
    }

    public static OpenedBody? OpenQuery(string query) => query.Length > 1 ? Form(query.TrimStart('?')) : null;

    private static string? Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            if (bytes.StartsWith(Encoding.UTF8.Preamble)) return Strict.GetString(bytes[3..]);
            if (bytes.StartsWith(Encoding.Unicode.Preamble)) return Encoding.Unicode.GetString(bytes[2..]);
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static OpenedBody? Json(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Options);
            var root = document.RootElement;
            if (root.ValueKind == JsonValueKind.Array) root = root.GetArrayLength() == 1 ? root[0] : default;
            return root.ValueKind == JsonValueKind.Object ? new OpenedBody(text, root.Clone()) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Fields like <c>session[token]</c> and <c>session.token</c> become nested members; JSON in a field is parsed.</summary>
    private static OpenedBody? Form(string text)
    {
        var root = new JsonObject();
        try
        {
            foreach (var (name, values) in QueryHelpers.ParseQuery(text))
            {
                var parts = name.Replace("]", "", StringComparison.Ordinal).Split('[', '.');
                if (parts.Length > 4 || parts.Any(p => p.Length == 0)) continue;
                var place = root;
                foreach (var part in parts[..^1])
                {
                    if (place[part] is not JsonObject inner) place[part] = inner = [];
                    place = inner;
                }
                place[parts[^1]] = Field(values.ToString());
            }
            return root.Count == 0 ? null : new OpenedBody(text, JsonSerializer.SerializeToElement(root));
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or InvalidDataException)
        {
            return null;
        }
    }

    private static JsonNode? Field(string value)
    {
        if (value is not ['{', ..]) return JsonValue.Create(value);
        try
        {
            return JsonNode.Parse(value, documentOptions: Options);
        }
        catch (JsonException)
        {
            return JsonValue.Create(value);
        }
    }
}
