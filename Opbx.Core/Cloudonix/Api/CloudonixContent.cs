using System.Net.Http.Headers;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Refit;

namespace Opbx.Core.Cloudonix.Api;

/// <summary>Reads bodies as loosely as the platform writes them: numbers as strings, wrapped lists, one-element arrays.
/// Names are given explicitly on the records: Cloudonix mixes camel case and kebab case.</summary>
internal sealed class CloudonixContent : IHttpContentSerializer
{
    /// <summary>For Refit clients of Cloudonix. Bodies are buffered, so that their length is sent and they can be repeated.</summary>
    public static readonly RefitSettings Settings = new(new CloudonixContent()) { Buffered = true };

    private static readonly JsonSerializerOptions Options = new() {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    public HttpContent ToHttpContent<T>(T item) => new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(item, Options)) {
        Headers = { ContentType = new MediaTypeHeaderValue("application/json") },
    };

    public async Task<T?> FromHttpContentAsync<T>(HttpContent content, CancellationToken cancellationToken = default)
    {
        using var document = await JsonDocument.ParseAsync(await content.ReadAsStreamAsync(cancellationToken), default, cancellationToken);
        var root = document.RootElement;
        return Options.GetTypeInfo(typeof(T)) is { Kind: JsonTypeInfoKind.Enumerable, ElementType: { } type }
            ? new JsonArray([.. Items(root).Where(i => IsReadable(i, type)).Select(i => JsonObject.Create(i))]).Deserialize<T>(Options)
            : Only(root).Deserialize<T>(Options);
    }

    public string? GetFieldNameForProperty(PropertyInfo propertyInfo) => propertyInfo.Name;

    private static JsonElement Only(JsonElement root)
    {
        var only = root.ValueKind == JsonValueKind.Array && root.GetArrayLength() == 1 ? root[0] : root;
        return only.ValueKind == JsonValueKind.Object ? only : throw new JsonException("One object is expected.");
    }

    private static JsonElement.ArrayEnumerator Items(JsonElement root)
    {
        var list = root.ValueKind != JsonValueKind.Object ? root
            : root.EnumerateObject().Select(member => member.Value).FirstOrDefault(value => value.ValueKind == JsonValueKind.Array);
        return list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : throw new JsonException("A list is expected.");
    }

    private static bool IsReadable(JsonElement item, Type type)
    {
        try
        {
            return item.ValueKind == JsonValueKind.Object && item.Deserialize(type, Options) is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
