using OtpNet;

namespace Opbx.Core.Users.SecondFactors;

/// <summary>Keys of authenticator apps and their codes: RFC 6238 with SHA-1, six digits and half minutes, as every app knows it.</summary>
public static class AuthenticatorKeys
{
    private const int Digits = 6;
    private const int Seconds = 30;

    // Clocks of phones are half a minute wrong at most.
    private static readonly VerificationWindow Window = new(previous: 1, future: 1);

    public static byte[] Create() => KeyGeneration.GenerateRandomKey(OtpHashMode.Sha1);

    /// <summary>The half minute since 1970 whose code this is: the present one or one beside it; null when it is none of them.</summary>
    public static long? FindStep(byte[] key, string? code, DateTimeOffset now)
    {
        var given = string.Concat((code ?? "").Where(c => !char.IsWhiteSpace(c)));
        return new Totp(key, Seconds, OtpHashMode.Sha1, Digits).VerifyTotp(now.UtcDateTime, given, out var step, Window) ? step : null;
    }

    /// <summary>The key as people type it: groups of four letters and digits.</summary>
    public static string Text(byte[] key) => string.Join(' ', Base32Encoding.ToString(key).Chunk(4).Select(group => new string(group)));

    /// <summary>What the picture for authenticator apps holds.</summary>
    public static string Link(byte[] key, string place, string account) =>
        $"otpauth://totp/{Uri.EscapeDataString($"{place}:{account}")}?secret={Base32Encoding.ToString(key)}"
        + $"&issuer={Uri.EscapeDataString(place)}&digits={Digits}&period={Seconds}";
}
