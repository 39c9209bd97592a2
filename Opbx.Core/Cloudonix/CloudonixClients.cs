using Microsoft.Extensions.Options;
using Opbx.Core.Cloudonix.Api;
using Opbx.Core.Shared;

namespace Opbx.Core.Cloudonix;

/// <summary>Opens clients for PBXs: each with its own key, at Cloudonix or at the built-in stand-in.</summary>
public sealed class CloudonixClients(ICloudonixApiFactory factory, IOptions<CloudonixOptions> options, ISandboxAddress sandbox, SecretProtector protector)
{
    /// <summary>A client with a key that is not stored yet.</summary>
    public ICloudonixApi With(Secret apiKey, bool isSandbox) =>
        factory.For(new CloudonixAccess(isSandbox ? sandbox.ApiUrl : options.Value.ApiUrl.TrimEnd('/'), apiKey));

    /// <summary>A client for a paired PBX. A key that cannot be decrypted any more is answered by Cloudonix as a wrong one.</summary>
    public ICloudonixApi Of(Pairing pairing) =>
        With(new Secret(protector.Unprotect(Pairing.KeyPurpose(pairing.PbxId), pairing.ProtectedApiKey) ?? ""), pairing.IsSandbox);
}
