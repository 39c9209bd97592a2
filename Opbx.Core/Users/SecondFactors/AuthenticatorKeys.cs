using OtpNet;

namespace Opbx.Core.Users.SecondFactors;

/// <summary>Keys and codes of authenticator apps: RFC 6238 with SHA-1, six digits and 30 s steps, as every app supports.</summary>
public static class AuthenticatorKeys
{
    private const int Digits = 6;
    private const int Seconds = 30;

    // Phone clocks are off by 30 s at most.
    private static readonly VerificationWindow Window = new(previous: 1, future: 1);

    public static byte[] Create() => KeyGeneration.GenerateRandomKey(OtpHashMode.Sha1);

    /// <summary>The 30 s step since 1970 that matches the code: the current one or a neighbour; null when none matches.</summary>
    public static long? FindStep(byte[] key, string? code, DateTimeOffset now)
    {
        var given = string.Concat((code ?? "").Where(c => !char.IsWhiteSpace(c)));
        return new Totp(key, Seconds, OtpHashMode.Sha1, Digits).VerifyTotp(now.UtcDateTime, given, out var step, Window) ? step : null;
    }

    /// <summary>For typing: groups of four letters and digits.</summary>
    public static string Text(byte[] key) => string.Join(' ', Base32Encoding.ToString(key).Chunk(4).Select(group => new string(group)));

    /// <summary>Content of the QR code for authenticator apps.</summary>
    public static string Link(byte[] key, string place, string account) =>
        $"otpauth://totp/{Uri.EscapeDataString($"{place}:{account}")}?secret={Base32Encoding.ToString(key)}"
        + $"&issuer={Uri.EscapeDataString(place)}&digits={Digits}&period={Seconds}";
}
