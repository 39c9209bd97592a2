using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Opbx.Core.Shared;

/// <summary>Encrypts secrets before they are stored. The purpose names table, column and owner, so that a copied value does not decrypt
/// elsewhere.</summary>
public sealed class SecretProtector(IDataProtectionProvider provider)
{
    public string Protect(string purpose, string plain) => provider.CreateProtector("Opbx.Secret", purpose).Protect(plain);

    /// <summary>Decrypts; null when the value was made for another purpose or the keys are gone.</summary>
    public string? Unprotect(string purpose, string? cipher)
    {
        if (string.IsNullOrEmpty(cipher)) return null;
        try
        {
            return provider.CreateProtector("Opbx.Secret", purpose).Unprotect(cipher);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
