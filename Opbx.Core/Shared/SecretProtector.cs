using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Opbx.Core.Shared;

/// <summary>Encrypts secrets. The purpose names table, column and owner, so that a copied value does not decrypt elsewhere.</summary>
public sealed class SecretProtector(IDataProtectionProvider provider)
{
    public string Protect(string purpose, string plain) => provider.CreateProtector("Opbx.Secret", purpose).Protect(plain);

    /// <summary>Null when the value was encrypted for another purpose or the keys are lost.</summary>
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
