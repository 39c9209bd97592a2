using System.Text.Json.Serialization;

namespace Opbx.Core.Cloudonix.Api;

/// <summary>Puts a secret onto the wire and takes it off; everywhere else it stays <c>***</c>.</summary>
public sealed class SecretText : JsonConverter<Secret>
{
    public override Secret Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, Secret value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Reveal());
}
