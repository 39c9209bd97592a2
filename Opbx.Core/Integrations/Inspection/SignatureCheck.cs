using System.Security.Cryptography;
using System.Text;
using Opbx.Core.Document.Integrations;
using Opbx.Core.Integrations.Delivery;

namespace Opbx.Core.Integrations.Inspection;

/// <summary>Verifies a request as a receiver should, with the secrets of an organization's integrations.</summary>
internal sealed class SignatureCheck(IIntegrationCatalogue catalogue, TimeProvider time)
{
    private const int ToleranceSeconds = 300;

    /// <summary>Signatures checked per request; a sender that rotates its secret sends two.</summary>
    private const int MostSignatures = 10;

    /// <param name="payload">The body, or the raw query string when there is none.</param>
    public SignatureVerdict Judge(Guid organizationId, Func<string, string?> header, byte[] payload)
    {
        if (header("webhook-id") is not { Length: > 0 } id || header("webhook-signature") is not { Length: > 0 } signatures)
            return new SignatureVerdict(SignatureFinding.Missing);
        if (!long.TryParse(header("webhook-timestamp"), NumberStyles.None, CultureInfo.InvariantCulture, out var sent))
            return new SignatureVerdict(SignatureFinding.Wrong);
        var given = signatures.Split(' ', MostSignatures + 1).Take(MostSignatures).Select(Encoding.UTF8.GetBytes).ToList();
        foreach (var integration in catalogue.For(organizationId))
        {
            if (!catalogue.Secrets(integration.Id).Signing.Where(SigningSecret.IsValid).Any(Signed)) continue;
            var old = Math.Abs(time.GetUtcNow().ToUnixTimeSeconds() - sent) > ToleranceSeconds;
            return new SignatureVerdict(old ? SignatureFinding.Old : SignatureFinding.Valid, integration.Definition.Name);
        }
        return new SignatureVerdict(SignatureFinding.Wrong);

        bool Signed(string secret)
        {
            var right = Encoding.UTF8.GetBytes(WebhookSignature.Sign([secret], id, sent, payload));
            return given.Exists(g => CryptographicOperations.FixedTimeEquals(g, right));
        }
    }
}
