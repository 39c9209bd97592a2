using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Opbx.Core.Users;

/// <summary>How API keys are spelled and hashed: <c>opbx_</c> and 43 characters that hold 256 random bits.</summary>
public static class ApiKeyText
{
    private const string Prefix = "opbx_";
    private const int Shortest = 32;
    private const int Longest = 200;

    public static string Create() => Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static bool IsWellFormed(string text) =>
        text.Length >= Prefix.Length + Shortest && text.Length <= Longest && text.StartsWith(Prefix, StringComparison.Ordinal)
        && text.AsSpan(Prefix.Length).IndexOfAnyExcept(Allowed) < 0;

    /// <summary>What is stored of a key. Without salt and rounds: 256 random bits cannot be guessed.</summary>
    public static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    private static readonly System.Buffers.SearchValues<char> Allowed =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");
}
