using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Opbx.Core.Document.Reading;

internal static class ScalarReader
{
    private static readonly ConcurrentDictionary<Type, JsonSerializerOptions> OwnOptions = new();

    public static JsonNode? Visit(Type type, JsonElement element, string pointer, FieldErrors errors)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        var sentence = plain switch {
            _ when plain == typeof(string) => TextFault(element),
            _ when plain == typeof(bool) =>
                element.ValueKind is JsonValueKind.True or JsonValueKind.False ? null : "This must be true or false.",
            _ when plain == typeof(int) =>
                element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out _) ? null : "This must be a whole number.",
            _ when plain == typeof(DateTimeOffset) => IsInstant(element) ? null : "This must be a time like 2027-01-04T12:00:00-05:00.",
            { IsEnum: true } => EnumFault(plain, element),
            _ => Deserializes(plain, element),
        };
        if (sentence is null) return JsonNode.Parse(element.GetRawText());
        errors.Add(pointer, sentence);
        return null;
    }

    /// <summary>Reads a member with its own converter; the converter's message becomes the error.</summary>
    public static JsonNode? VisitConverted(Type type, IReadOnlyList<Attribute> attributes, JsonElement element, string pointer,
        FieldErrors errors)
    {
        var mark = attributes.OfType<JsonConverterAttribute>().First();
        try
        {
            JsonSerializer.Deserialize(element, type, OwnOptions.GetOrAdd(mark.ConverterType!, With));
            return JsonNode.Parse(element.GetRawText());
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            errors.Add(pointer, e is JsonException ? e.Message : "This has characters that cannot be read.");
            return null;
        }
    }

    private static JsonSerializerOptions With(Type converter)
    {
        var options = new JsonSerializerOptions(DocumentJson.Options);
        options.Converters.Insert(0, (JsonConverter)Activator.CreateInstance(converter)!);
        return options;
    }

    /// <summary>Null when the text has invalid characters.</summary>
    public static string? Text(JsonElement element)
    {
        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>A placeholder when the name has invalid characters.</summary>
    public static string Name(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return "\uFFFD";
        }
    }

    public static JsonNode StandIn(Type type) => type switch {
        _ when type == typeof(string) => JsonValue.Create("")!,
        _ when type == typeof(bool) => JsonValue.Create(false),
        { IsEnum: true } =>
            JsonSerializer.SerializeToNode(Enum.GetValuesAsUnderlyingType(type).Cast<object>().Select(v => Enum.ToObject(type, v))
                .First(), type, DocumentJson.Options)!,
        _ => JsonValue.Create(0),
    };

    private static string? TextFault(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.String) return "This must be a text.";
        var text = Text(element);
        if (text is null) return "This has characters that cannot be read.";
        return text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')) ? "This has control characters, which cannot be kept."
            : null;
    }

    private static bool IsInstant(JsonElement element) =>
        element.ValueKind == JsonValueKind.String && Text(element) is { } text && text.Length is > 15 and < 40
        && (text[^1] is 'Z' or 'z' || text[^6] is '+' or '-') && element.TryGetDateTimeOffset(out var time)
        && time.Year is > 1970 and < 2200;

    private static string? EnumFault(Type type, JsonElement element)
    {
        var names = Enum.GetValuesAsUnderlyingType(type).Cast<object>()
            .Select(v => JsonSerializer.SerializeToNode(Enum.ToObject(type, v), type, DocumentJson.Options)!.GetValue<string>()).ToList();
        return element.ValueKind == JsonValueKind.String && names.Contains(Text(element) ?? "", StringComparer.Ordinal) ? null
            : $"This must be one of: {string.Join(", ", names)}.";
    }

    private static string? Deserializes(Type type, JsonElement element)
    {
        try
        {
            JsonSerializer.Deserialize(element, type, DocumentJson.Options);
            return null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or NotSupportedException)
        {
            return "This value cannot be read.";
        }
    }
}
