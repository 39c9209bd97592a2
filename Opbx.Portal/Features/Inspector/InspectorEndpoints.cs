using Microsoft.AspNetCore.Http.Features;
using Opbx.Core.Integrations.Inspection;
using Opbx.Portal.Http;

namespace Opbx.Portal.Features.Inspector;

/// <summary>The URLs of request inspectors: anyone who knows one can send to it, and the response reveals nothing.</summary>
public static class InspectorEndpoints
{
    public static void MapInspectors(this IEndpointRouteBuilder app) =>
        app.Map(Inspectors.Prefix + "{key:length(32)}/{**rest}", ReceiveAsync).DisableAntiforgery().AllowAnonymous()
            .WithBodyLimit(2 * InspectorReceiver.KeptBody).ExcludeFromDescription();

    private static async Task<IResult> ReceiveAsync(HttpContext context, string key, InspectorReceiver receiver, CancellationToken cancel)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, cancel);
        var status = receiver.Receive(
            key, new ArrivedRequest(RequestLog.Method(context), Rest(context, key), context.Request.QueryString.Value?.TrimStart('?')
                ?? "", Headers(context.Request), body.ToArray()));
        return status == StatusCodes.Status200OK ? Results.Text("Taken by the request inspector.") : Results.StatusCode(status);
    }

    /// <summary>The path after the key, exactly as sent.</summary>
    private static string Rest(HttpContext context, string key)
    {
        var path = (context.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "").Split('?')[0];
        var end = path.IndexOf(key, StringComparison.OrdinalIgnoreCase);
        return end < 0 ? "" : path[(end + key.Length)..];
    }

    private static List<KeyValuePair<string, string>> Headers(HttpRequest request) =>
        [.. request.Headers.Select(h => KeyValuePair.Create(h.Key, h.Value.ToString()))];
}
