using System.Security.Cryptography;

namespace Opbx.Core.Document.Integrations;

/// <summary>Secrets of the Standard Webhooks specification: <c>whsec_</c> and 24 to 64 bytes in base64, padding optional.</summary>
public static class SigningSecret
{
    private const string Prefix = "whsec_";
    private const int ShortestKey = 24;
    private const int LongestKey = 64;

    /// <summary>32 random bytes.</summary>
    public static string Create() => Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    public static bool IsValid(string text)
    {
        Span<byte> bytes = stackalloc byte[LongestKey + 2];
        return text.StartsWith(Prefix, StringComparison.Ordinal) && Convert.TryFromBase64String(Padded(text), bytes, out var count)
            && count is >= ShortestKey and <= LongestKey;
    }

    /// <summary>The bytes of a valid secret.</summary>
    public static byte[] Key(string secret) => Convert.FromBase64String(Padded(secret));

    private static string Padded(string secret)
    {
        var text = secret[Prefix.Length..];
        return text.PadRight((text.Length + 3) / 4 * 4, '=');
    }
}
