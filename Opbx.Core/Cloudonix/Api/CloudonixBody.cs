using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Opbx.Core.Shared;

namespace Opbx.Core.Cloudonix.Api;

/// <summary>Reads bodies as tolerantly as the platform writes them: wrapped lists, one-element arrays, errors in any form.</summary>
internal static class CloudonixBody
{
    private const int LongestReason = 200;

    /// <summary>One object; null when the body holds none.</summary>
    public static T? One<T>(byte[] body, JsonTypeInfo<T> type)
        where T : class =>
        Parse(body) is { } root ? Read(root.ValueKind == JsonValueKind.Array && root.GetArrayLength() == 1 ? root[0] : root, type) : null;

    /// <summary>A list: a bare array, or an object with one array member; null when the body is neither.</summary>
    public static IReadOnlyList<T>? List<T>(byte[] body, JsonTypeInfo<T> type)
        where T : class
    {
        if (Parse(body) is not { } root) return null;
        if (root.ValueKind == JsonValueKind.Object)
            root = root.EnumerateObject().Select(member => member.Value).FirstOrDefault(value => value.ValueKind == JsonValueKind.Array);
        return root.ValueKind == JsonValueKind.Array ? [.. root.EnumerateArray().Select(item => Read(item, type)).OfType<T>()] : null;
    }

    /// <summary>The reason of a refusal, short, on one line and without the key; empty when the body is no such JSON.</summary>
    public static string Reason(byte[] body, Secret key)
    {
        if (Parse(body) is not { ValueKind: JsonValueKind.Object } root) return "";
        var text = Text(root, "message") ?? Text(root, "error") ?? "";
        if (key.Reveal().Length > 0) text = text.Replace(key.Reveal(), "***", StringComparison.OrdinalIgnoreCase);
        var line = new string([.. text.Select(c => char.IsControl(c) ? ' ' : c)]).Trim();
        return line.Length > LongestReason ? line[..LongestReason] : line;
    }

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static JsonElement? Parse(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static T? Read<T>(JsonElement element, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return element.ValueKind == JsonValueKind.Object ? element.Deserialize(type) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
