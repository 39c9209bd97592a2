using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json.Serialization;

namespace Opbx.Core.Routing.State;

/// <summary>Converts a call's state to and from a signed, compact text for the action URL.</summary>
public static class StateCodec
{
    private const int SignatureBytes = 16;
    private const int MostCharacters = 6000;

    /// <summary>Signature and JSON, in URL-safe base64.</summary>
    public static string Write(RouterState state, byte[] key)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(state, StateJson.Default.RouterState);
        var bytes = new byte[SignatureBytes + json.Length];
        HMACSHA256.HashData(key, json).AsSpan(0, SignatureBytes).CopyTo(bytes);
        json.CopyTo(bytes, SignatureBytes);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Null when none of the keys signed it or this version cannot read it.</summary>
    public static RouterState? Read(string? text, IReadOnlyList<byte[]> keys)
    {
        if (text is not { Length: > 0 and <= MostCharacters } || !Base64Url.IsValid(text)) return null;
        var bytes = Base64Url.DecodeFromChars(text);
        if (bytes.Length <= SignatureBytes) return null;
        var json = bytes.AsSpan(SignatureBytes);
        foreach (var key in keys)
        {
            if (!CryptographicOperations.FixedTimeEquals(bytes.AsSpan(0, SignatureBytes), HMACSHA256.HashData(key, json)
                .AsSpan(0, SignatureBytes))) continue;
            return Parse(json);
        }
        return null;
    }

    /// <summary>Null when another version of this program signed something that this one cannot read.</summary>
    private static RouterState? Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, StateJson.Default.RouterState);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

[JsonSourceGenerationOptions(UseStringEnumConverter = false)]
[JsonSerializable(typeof(RouterState))]
internal sealed partial class StateJson : JsonSerializerContext;
