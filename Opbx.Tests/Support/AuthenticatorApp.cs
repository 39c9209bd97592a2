using Opbx.Core.Access.SecondFactors;

namespace Opbx.Tests.Support;

/// <summary>What an authenticator app on a phone does.</summary>
internal static class AuthenticatorApp
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The key as somebody types it.</summary>
    public static byte[] Read(string key)
    {
        var bits = string.Concat(key.Where(c => c != ' ').Select(c => Convert.ToString(Alphabet.IndexOf(c), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Where(b => b.Length == 8).Select(b => Convert.ToByte(new string(b), 2))];
    }

    /// <summary>The code that is shown now, or that of a later half minute.</summary>
    public static string CodeOf(byte[] key, int later = 0) => Totp.CodeAt(key, Totp.StepAt(TimeProvider.System.GetUtcNow()) + later);
}
