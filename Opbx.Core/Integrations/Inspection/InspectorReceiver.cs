using System.Text;
using Opbx.Core.Integrations.Delivery;

namespace Opbx.Core.Integrations.Inspection;

/// <summary>Accepts requests for inspectors: from outside by HTTP, and deliveries of this portal directly, without a connection.</summary>
internal sealed class InspectorReceiver(Inspectors inspectors, SignatureCheck signatures, PublicAddress address, TimeProvider time)
{
    public const int KeptBody = 64 * 1024;
    private const int KeptHeaders = 60;
    private const int KeptHeaderLength = 4_096;

    /// <summary>Accepts a request from outside; returns the HTTP status of the response.</summary>
    public int Receive(string key, ArrivedRequest request)
    {
        if (inspectors.Find(key) is not { } inspector) return 404;
        return Store(inspector, request, ours: false);
    }

    /// <summary>Passes on a delivery addressed to an inspector of this portal; null when it must be sent over the network.</summary>
    public SendResult? TryTake(WebhookRequest request)
    {
        // The URL must begin exactly like those we issue. No connection is made, so nothing behind our own address can be reached.
        var prefix = new Uri(address.For(Inspectors.Prefix)).AbsoluteUri;
        var url = request.Url.AbsoluteUri;
        if (!url.StartsWith(prefix, StringComparison.Ordinal)) return null;
        var path = request.Url.AbsolutePath[new Uri(prefix).AbsolutePath.Length..];
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        var key = slash < 0 ? path : path[..slash];
        if (inspectors.Find(key) is not { } inspector) return Answer(404, "This address of the request inspector has ended.");
        List<KeyValuePair<string, string>> headers = [.. request.Headers.Select(h => KeyValuePair.Create(h.Name, h.Shown))];
        if (request.ContentType is not null) headers.Add(KeyValuePair.Create("Content-Type", request.ContentType));
        var status = Store(
            inspector, new ArrivedRequest(request.Method.Method, slash < 0 ? ""
                : path[slash..], request.Url.Query.TrimStart('?'), headers, request.Body ?? []), ours: true);
        return Answer(status, status == 200 ? "Taken by the request inspector." : "Too many requests in a second.");
    }

    private static SendResult Answer(int status, string text) =>
        new(Outcomes.OfStatus(status), status, 0,
            Response: new ResponseHead(new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Content-Type"] = "text/plain" },
                text));

    private int Store(InspectorInbox inspector, ArrivedRequest request, bool ours)
    {
        var now = time.GetUtcNow();
        if (!inspector.Lets(now)) return 429;
        string? Header(string name) =>
            request.Headers.FirstOrDefault(h => string.Equals(h.Key, name, StringComparison.OrdinalIgnoreCase)).Value;
        var signed = request.Body.Length > 0 ? request.Body : Encoding.UTF8.GetBytes(request.Query);
        inspector.Add(new InspectedRequest {
            At = now,
            Method = request.Method,
            Path = request.Path,
            Query = request.Query,
            Headers = [.. request.Headers.Take(KeptHeaders).Select(h => KeyValuePair.Create(h.Key, Shown(h.Key, h.Value)))],
            Body = Encoding.UTF8.GetString(request.Body.AsSpan(0, Math.Min(request.Body.Length, KeptBody))),
            BodyBytes = request.Body.Length,
            Ours = ours,
            Signature = signatures.Judge(inspector.OrganizationId, Header, signed),
        });
        return 200;
    }

    private static string Shown(string name, string value)
    {
        if (string.Equals(name, "Authorization", StringComparison.OrdinalIgnoreCase)) return value.Split(' ')[0] + " ***";
        if (string.Equals(name, "Cookie", StringComparison.OrdinalIgnoreCase)) return "***";
        return value.Length > KeptHeaderLength ? value[..KeptHeaderLength] : value;
    }
}

/// <summary>A request before it is stored.</summary>
/// <param name="Path">The part after the inspector's URL.</param>
/// <param name="Query">The raw query string without the question mark.</param>
internal sealed record ArrivedRequest(string Method, string Path, string Query, IReadOnlyList<KeyValuePair<string, string>> Headers,
    byte[] Body);
