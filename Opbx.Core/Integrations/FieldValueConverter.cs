using System.Text.Json;
using System.Text.Json.Serialization;

namespace Opbx.Core.Integrations;

/// <summary>Reads a value's name, or an object with the one member <c>constant</c>.</summary>
public sealed class FieldValueConverter : JsonConverter<FieldValue>
{
    private const string Rule = "A value is the name of an event's value, or {\"constant\": \"text\"}.";

    /// <inheritdoc/>
    public override FieldValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String) return new FieldValue(reader.GetString(), null);
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException(Rule);
        using var document = JsonDocument.ParseValue(ref reader);
        var members = document.RootElement.EnumerateObject().ToList();
        if (members is not [{ Name: "constant", Value.ValueKind: JsonValueKind.String }]) throw new JsonException(Rule);
        var constant = members[0].Value.GetString()!;
        return constant.Length <= 1000 ? new FieldValue(null, constant) : throw new JsonException("A constant has up to 1000 characters.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, FieldValue value, JsonSerializerOptions options)
    {
        if (value.Constant is null)
        {
            writer.WriteStringValue(value.Name);
            return;
        }
        writer.WriteStartObject();
        writer.WriteString("constant", value.Constant);
        writer.WriteEndObject();
    }
}
