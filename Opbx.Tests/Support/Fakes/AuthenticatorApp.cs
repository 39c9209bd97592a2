using OtpNet;

namespace Opbx.Tests.Support.Fakes;

/// <summary>What an authenticator app on a phone does.</summary>
internal static class AuthenticatorApp
{
    private const int Seconds = 30;

    /// <summary>The key as somebody types it.</summary>
    public static byte[] Read(string key) => Base32Encoding.ToBytes(key.Replace(" ", "", StringComparison.Ordinal));

    /// <summary>The code that is shown now, or that of a later half minute.</summary>
    public static string CodeOf(byte[] key, int later = 0) => CodeAt(key, StepAt(TimeProvider.System.GetUtcNow()) + later);

    /// <summary>The number of the half minute, since 1970.</summary>
    public static long StepAt(DateTimeOffset time) => time.ToUnixTimeSeconds() / Seconds;

    /// <summary>The code of one half minute.</summary>
    public static string CodeAt(byte[] key, long step, int digits = 6) =>
        new Totp(key, totpSize: digits).ComputeTotp(DateTimeOffset.FromUnixTimeSeconds(step * Seconds).UtcDateTime);
}
