using System.Buffers.Text;
using System.Security.Cryptography;
using Opbx.Core.Document;
using Opbx.Core.Document.Extensions;
using Opbx.Core.Document.Integrations;

namespace Opbx.Core.Configuration;

/// <summary>Generates required secrets that were not supplied.</summary>
internal static class NewSecrets
{
    /// <summary>Adds missing secrets: a phone's password (192 bits), an integration's signing secret (256 bits).</summary>
    public static IReadOnlyDictionary<string, string> Complete(ConfiguredObject value, IReadOnlyDictionary<string, string> secrets)
    {
        var place = value switch {
            UserExtension => SecretMembers.SipPassword,
            Integration => SecretMembers.SigningSecret,
            _ => null,
        };
        if (place is null || secrets.ContainsKey(place)) return secrets;
        var made = value is UserExtension
            ? Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24))
            : SigningSecret.Create();
        return new Dictionary<string, string>(secrets, StringComparer.Ordinal) { [place] = made };
    }
}
