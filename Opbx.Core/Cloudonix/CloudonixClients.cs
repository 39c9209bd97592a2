using System.Net.Http.Headers;
using Microsoft.Extensions.Options;
using Opbx.Core.Cloudonix.Api;
using Refit;

namespace Opbx.Core.Cloudonix;

/// <summary>Creates clients for PBXs, each with its own key, for Cloudonix or the built-in sandbox.</summary>
public sealed class CloudonixClients(
    IHttpClientFactory http, IOptions<CloudonixOptions> options, ISandboxAddress sandbox, SecretProtector protector)
{
    /// <summary>The client's name at <see cref="IHttpClientFactory"/>.</summary>
    internal const string Name = "Cloudonix";

    /// <summary>For a key that is not stored yet.</summary>
    public ICloudonixApi With(Secret apiKey, bool isSandbox)
    {
        var client = http.CreateClient(Name);
        client.BaseAddress = new Uri(isSandbox ? sandbox.ApiUrl : options.Value.ApiUrl);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", apiKey.Reveal());
        return RestService.ForGenerated<ICloudonixApi>(client, CloudonixContent.Settings);
    }

    /// <summary>For a paired PBX. A key that can no longer be decrypted is rejected by Cloudonix like a wrong one.</summary>
    public ICloudonixApi For(Pairing pairing) =>
        With(new Secret(protector.Unprotect(Pairing.KeyPurpose(pairing.PbxId), pairing.ProtectedApiKey) ?? ""), pairing.IsSandbox);
}
