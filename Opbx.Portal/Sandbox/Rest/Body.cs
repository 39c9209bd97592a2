using System.Collections.Immutable;
using System.Text.Json;

namespace Opbx.Portal.Sandbox.Rest;

internal static class Body
{
    /// <summary>Null when absent.</summary>
    public static JsonElement? Member(this JsonElement body, string name) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty(name, out var value) ? value : null;

    /// <summary>Null when absent or not a text.</summary>
    public static string? Text(this JsonElement body, string name) =>
        body.Member(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    public static bool Truth(this JsonElement body, string name, bool otherwise) =>
        body.Member(name) switch { { ValueKind: JsonValueKind.True } => true, { ValueKind: JsonValueKind.False } => false, _ => otherwise };

    /// <summary>The first type error, or null. <paramref name="kinds"/> like <c>name:string</c>; a question mark allows null.</summary>
    public static string? WrongType(this JsonElement body, params ReadOnlySpan<string> kinds)
    {
        if (body.ValueKind != JsonValueKind.Object) return "a JSON object is required";
        foreach (var entry in kinds)
        {
            var (name, kind) =
                (entry[..entry.IndexOf(':', StringComparison.Ordinal)], entry[(entry.IndexOf(':', StringComparison.Ordinal) + 1)..]);
            if (body.Member(name) is { } value && !Fits(value, kind)) return $"{name} must be of type {kind.TrimEnd('?')}";
        }

        return null;
    }

    /// <summary>Merges the member <c>profile</c>: null values are removed.</summary>
    public static ImmutableDictionary<string, JsonElement> Merge(this ImmutableDictionary<string, JsonElement> profile, JsonElement body)
    {
        if (body.Member("profile") is not { ValueKind: JsonValueKind.Object } changes) return profile;
        foreach (var change in changes.EnumerateObject())
            profile = change.Value.ValueKind == JsonValueKind.Null ? profile.Remove(change.Name)
                : profile.SetItem(change.Name, change.Value.Clone());
        return profile;
    }

    private static bool Fits(JsonElement value, string kind) => kind switch {
        _ when value.ValueKind == JsonValueKind.Null => kind.EndsWith('?'),
        "string" or "string?" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "object" => value.ValueKind == JsonValueKind.Object,
        _ => throw new ArgumentException($"No kind {kind}.", nameof(kind)),
    };
}
