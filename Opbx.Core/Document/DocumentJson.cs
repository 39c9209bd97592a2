using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Opbx.Core.Document;

/// <summary>The JSON form of the document and its objects: the same text is stored, exported, compared and written to history.</summary>
public static class DocumentJson
{
    /// <summary>Camel case, enums as text, null members included.</summary>
    public static readonly JsonSerializerOptions Options = Create();

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <summary>Includes the discriminator, if the kind has one.</summary>
    public static string Write(ObjectKind kind, ConfiguredObject value) => JsonSerializer.Serialize(value, kind.Type, Options);

    public static ConfiguredObject Read(ObjectKind kind, string json) =>
        (ConfiguredObject)JsonSerializer.Deserialize(json, kind.Type, Options)!;

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web) {
            PropertyNameCaseInsensitive = false,
            NumberHandling = JsonNumberHandling.Strict,
            AllowOutOfOrderMetadataProperties = true,
            MaxDepth = 32,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        };
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.MakeReadOnly();
        return options;
    }
}
