using System.Text;

namespace Opbx.Core.Integrations.Delivery;

/// <summary>A request without secrets, for the log.</summary>
/// <param name="Body">The beginning of the body; null when there is none.</param>
public sealed record MaskedRequest(string Method, string Url, IReadOnlyDictionary<string, string> Headers, string? Body)
{
    /// <summary>Maximum number of characters stored.</summary>
    public const int KeptBody = 16 * 1024;

    internal static MaskedRequest From(WebhookRequest request)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var header in request.Headers) headers[header.Name] = header.Shown;
        if (request.ContentType is not null) headers["Content-Type"] = request.ContentType;
        var body = request.Body is { Length: > 0 } bytes ? Encoding.UTF8.GetString(bytes) : null;
        return new MaskedRequest(request.Method.Method, request.Url.AbsoluteUri, headers,
            body is { Length: > KeptBody } ? body[..KeptBody] : body);
    }

    /// <summary>Removes all secrets that a receiver may have echoed.</summary>
    internal static string Mask(string text, IEnumerable<string> secrets) =>
        secrets.Where(s => s.Length >= 4).Aggregate(text, (masked, secret) => masked.Replace(secret, "***", StringComparison.Ordinal));
}
