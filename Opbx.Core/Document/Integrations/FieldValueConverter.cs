using System.Text.Json.Serialization;

namespace Opbx.Core.Document.Integrations;

/// <summary>Reads a value's name, or an object with one member: <c>constant</c>, or <c>text</c> with names in braces.</summary>
public sealed class FieldValueConverter : JsonConverter<FieldValue>
{
    private const string Rule =
        "A value is the name of an event's value, {\"constant\": \"text\"}, or {\"text\": \"text with {sourceNumber}\"}.";

    public override FieldValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String) return new FieldValue(reader.GetString(), null);
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException(Rule);
        using var document = JsonDocument.ParseValue(ref reader);
        var members = document.RootElement.EnumerateObject().ToList();
        if (members is not [{ Name: "constant" or "text", Value.ValueKind: JsonValueKind.String }]) throw new JsonException(Rule);
        var text = members[0].Value.GetString()!;
        if (text.Length > 1000) throw new JsonException("A text has up to 1000 characters.");
        return members[0].NameEquals("constant") ? new FieldValue(null, text) : FieldValue.OfText(text);
    }

    public override void Write(Utf8JsonWriter writer, FieldValue value, JsonSerializerOptions options)
    {
        if (value is { Constant: null, Text: null })
        {
            writer.WriteStringValue(value.Name);
            return;
        }
        writer.WriteStartObject();
        writer.WriteString(value.Text is null ? "constant" : "text", value.Text ?? value.Constant);
        writer.WriteEndObject();
    }
}
