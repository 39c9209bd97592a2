using System.Text.Json.Serialization;

namespace Opbx.Core.Document.Simulation;

/// <summary>Reads <c>true</c> (the first phone that rings) or a number; true is stored as an empty text.</summary>
public sealed class AnswerConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch {
        JsonTokenType.True => "",
        JsonTokenType.String when reader.GetString() is { Length: <= 64 } text => text,
        _ => throw new JsonException("This is true, or the number of a phone that rings."),
    };

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options)
    {
        if (value.Length == 0) writer.WriteBooleanValue(true);
        else writer.WriteStringValue(value);
    }
}
