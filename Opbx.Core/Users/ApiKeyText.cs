using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Opbx.Core.Users;

/// <summary>Format of API keys: <c>opbx_</c> and 43 characters containing 256 random bits.</summary>
public static class ApiKeyText
{
    private const string Prefix = "opbx_";
    private const int Shortest = 32;
    private const int Longest = 200;

    public static string Create() => Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static bool IsWellFormed(string text) =>
        text.Length >= Prefix.Length + Shortest && text.Length <= Longest && text.StartsWith(Prefix, StringComparison.Ordinal)
        && text.AsSpan(Prefix.Length).IndexOfAnyExcept(Allowed) < 0;

    /// <summary>Without salt and rounds: 256 random bits cannot be guessed.</summary>
    public static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    private static readonly System.Buffers.SearchValues<char> Allowed =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");
}
