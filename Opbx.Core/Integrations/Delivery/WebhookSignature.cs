using System.Security.Cryptography;
using System.Text;
using Opbx.Core.Document.Integrations;

namespace Opbx.Core.Integrations.Delivery;

/// <summary>Signatures of Standard Webhooks 1.0.0 (<c>v1</c>, HMAC-SHA256 over id, timestamp and body).</summary>
public static class WebhookSignature
{
    /// <summary>The header <c>webhook-signature</c>: one signature per secret, separated by a space.</summary>
    /// <param name="secrets">Secrets as <c>whsec_</c> and base64.</param>
    /// <param name="id">The event's id, which contains no full stop.</param>
    /// <param name="timestamp">The time of the attempt in Unix seconds.</param>
    /// <param name="body">The bytes sent; for values in the query string the raw query string without the question mark.</param>
    public static string Sign(IEnumerable<string> secrets, string id, long timestamp, ReadOnlySpan<byte> body)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{timestamp}.")), .. body];
        return string.Join(' ', secrets.Select(s => "v1," + Convert.ToBase64String(HMACSHA256.HashData(SigningSecret.Key(s), signed))));
    }
}
