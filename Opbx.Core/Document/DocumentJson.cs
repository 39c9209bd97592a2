using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Opbx.Core.Document;

/// <summary>How the document and its objects are spelled in JSON. The same text is stored, exported, compared and kept in
/// history.</summary>
public static class DocumentJson
{
    /// <summary>The spelling: camel case, enums as text, members with null kept.</summary>
    public static readonly JsonSerializerOptions Options = Create();

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <summary>Writes an object with its discriminator, if its kind has one.</summary>
    public static string Write(ObjectKind kind, ConfiguredObject value) => JsonSerializer.Serialize(value, kind.Type, Options);

    /// <summary>Reads what <see cref="Write(ObjectKind, ConfiguredObject)"/> wrote.</summary>
    public static ConfiguredObject Read(ObjectKind kind, string json) =>
        (ConfiguredObject)JsonSerializer.Deserialize(json, kind.Type, Options)!;

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
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
