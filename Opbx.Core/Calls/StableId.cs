using System.Security.Cryptography;
using System.Text;

namespace Opbx.Core.Calls;

/// <summary>Ids derived from natural keys: the same fact gets the same primary key, so that the database itself absorbs repeats.</summary>
internal static class StableId
{
    /// <summary>The first 128 bits of the SHA-256 of the parts.</summary>
    public static Guid Create(params ReadOnlySpan<string> parts) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', parts))).AsSpan(0, 16));

    public static Guid OfCall(Guid pbxId, string token) => Create(pbxId.ToString("N"), token);
}
