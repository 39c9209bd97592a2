using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Opbx.Core.Access.SecondFactors;

/// <summary>Codes that change every 30 seconds (RFC 6238 with SHA-1 and six digits, which is what every authenticator app knows).</summary>
public static class Totp
{
    /// <summary>Digits of a code.</summary>
    public const int Digits = 6;

    private const int Seconds = 30;
    private const int KeyBytes = 20;

    /// <summary>A new key.</summary>
    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(KeyBytes);

    /// <summary>The number of the half minute, since 1970.</summary>
    public static long StepAt(DateTimeOffset time) => time.ToUnixTimeSeconds() / Seconds;

    /// <summary>The code of one half minute.</summary>
    public static string CodeAt(byte[] key, long step, int digits = Digits)
    {
        Span<byte> message = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(message, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // The standard and every app use SHA-1 here; as a keyed hash it is not broken.
        HMACSHA1.HashData(key, message, hash);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0xF)..]) & int.MaxValue;
        return (number % (long)Math.Pow(10, digits)).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
    }

    /// <summary>The half minute whose code this is: the present one, the one before or the one after; null when it is none of them. Takes the same time for every code.</summary>
    public static long? StepOf(byte[] key, string? code, DateTimeOffset now)
    {
        var given = Encoding.UTF8.GetBytes(string.Concat((code ?? "").Where(c => !char.IsWhiteSpace(c))));
        long? found = null;
        for (var step = StepAt(now) - 1; step <= StepAt(now) + 1; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(given, Encoding.UTF8.GetBytes(CodeAt(key, step)))) found ??= step;
        }

        return found;
    }

    /// <summary>The key as people type it: groups of four letters and digits.</summary>
    public static string Text(byte[] key) => string.Join(' ', Base32.Write(key).Chunk(4).Select(group => new string(group)));

    /// <summary>What the picture for authenticator apps holds.</summary>
    public static string Link(byte[] key, string place, string account) =>
        $"otpauth://totp/{Uri.EscapeDataString($"{place}:{account}")}?secret={Base32.Write(key)}&issuer={Uri.EscapeDataString(place)}&digits={Digits}&period={Seconds}";
}
