using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Opbx.Core.Integrations.Delivery;

/// <summary>Signatures of the Standard Webhooks specification 1.0.0 (<c>v1</c>, HMAC-SHA256 over id, timestamp and body).</summary>
public static class WebhookSignature
{
    private const string Prefix = "whsec_";
    private const int ShortestKey = 24;
    private const int LongestKey = 64;

    /// <summary>The header <c>webhook-signature</c>: one signature per secret, separated by a space.</summary>
    /// <param name="secrets">Secrets as <c>whsec_</c> and base64.</param>
    /// <param name="id">The event's id, which has no full stop.</param>
    /// <param name="timestamp">The time of the attempt in Unix seconds.</param>
    /// <param name="body">The bytes sent; for values in the query string the raw query string without the question mark.</param>
    public static string Sign(IEnumerable<string> secrets, string id, long timestamp, ReadOnlySpan<byte> body)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{timestamp}.")), .. body];
        return string.Join(' ', secrets.Select(s => "v1," + Convert.ToBase64String(HMACSHA256.HashData(Key(s), signed))));
    }

    /// <summary>A new signing secret of 32 random bytes.</summary>
    public static string NewSecret() => Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    /// <summary>Whether the text is <c>whsec_</c> and 24 to 64 bytes in base64, with or without its padding.</summary>
    public static bool IsSecret(string text)
    {
        Span<byte> bytes = stackalloc byte[LongestKey + 2];
        return text.StartsWith(Prefix, StringComparison.Ordinal) && Convert.TryFromBase64String(Padded(text), bytes, out var count) && count is >= ShortestKey and <= LongestKey;
    }

    private static byte[] Key(string secret) => Convert.FromBase64String(Padded(secret));

    private static string Padded(string secret)
    {
        var text = secret[Prefix.Length..];
        return text.PadRight((text.Length + 3) / 4 * 4, '=');
    }
}
