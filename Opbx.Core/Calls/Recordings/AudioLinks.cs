using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Opbx.Core.Calls.Recordings;

/// <summary>URLs under which the platform fetches audio without a key: unguessable, and they expire.</summary>
public sealed class AudioLinks(IDataProtectionProvider provider, PublicAddress address, TimeProvider time)
{
    public const string Prefix = "/hooks/audio";

    private static readonly TimeSpan Life = TimeSpan.FromHours(1);
    private readonly IDataProtector _protector = provider.CreateProtector("Opbx.AudioLink");

    public string To(Guid recording)
    {
        Span<byte> content = stackalloc byte[24];
        recording.TryWriteBytes(content);
        BitConverter.TryWriteBytes(content[16..], (time.GetUtcNow() + Life).ToUnixTimeSeconds());
        return address.For($"{Prefix}/{System.Buffers.Text.Base64Url.EncodeToString(_protector.Protect(content.ToArray()))}");
    }

    /// <summary>The recording of a link; null when it is not ours or has expired.</summary>
    public Guid? Open(string text)
    {
        if (text.Length > 600 || !System.Buffers.Text.Base64Url.IsValid(text)) return null;
        try
        {
            var content = _protector.Unprotect(System.Buffers.Text.Base64Url.DecodeFromChars(text));
            return content.Length == 24 && BitConverter.ToInt64(content, 16) >= time.GetUtcNow().ToUnixTimeSeconds()
                ? new Guid(content.AsSpan(0, 16)) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
