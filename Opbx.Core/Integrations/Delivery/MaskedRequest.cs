using System.Text;

namespace Opbx.Core.Integrations.Delivery;

/// <summary>A request as the log shows it: without secrets.</summary>
/// <param name="Body">The beginning of the body; null when there is none.</param>
public sealed record MaskedRequest(string Method, string Url, IReadOnlyDictionary<string, string> Headers, string? Body)
{
    /// <summary>How many characters of a body are kept.</summary>
    public const int KeptBody = 16 * 1024;

    internal static MaskedRequest From(WebhookRequest request)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var header in request.Headers) headers[header.Name] = header.Shown;
        if (request.ContentType is not null) headers["Content-Type"] = request.ContentType;
        var body = request.Body is { Length: > 0 } bytes ? Encoding.UTF8.GetString(bytes) : null;
        return new MaskedRequest(request.Method.Method, request.Url.AbsoluteUri, headers, body is { Length: > KeptBody } ? body[..KeptBody]
            : body);
    }

    /// <summary>The text without anything secret that a receiver may have repeated.</summary>
    internal static string Mask(string text, IEnumerable<string> secrets) =>
        secrets.Where(s => s.Length >= 4).Aggregate(text, (masked, secret) => masked.Replace(secret, "***", StringComparison.Ordinal));
}
