using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Opbx.Portal.Sandbox.State;

namespace Opbx.Portal.Sandbox.Wire;

/// <summary>Sends the sandbox's requests to the portal, and to nobody else.</summary>
internal sealed class SandboxWire(IHttpClientFactory clients, OwnAddress own)
{
    public const string ClientName = "sandbox";

    /// <summary>Sends parameters as the platform does: JSON in the body, or in the query of a GET.</summary>
    public async Task<WireAnswer> SendAsync(
        string url, string method, JsonObject parameters, IReadOnlyDictionary<string, string> headers, CancellationToken cancellationToken)
    {
        if (own.Resolve(url) is not { } address) return Refused();
        var get = method == "GET";
        using var request = new HttpRequestMessage(get ? HttpMethod.Get : HttpMethod.Post, get ? WithQuery(address, parameters) : address);
        if (!get) request.Content = new StringContent(parameters.ToJsonString(SandboxJson.Options), Encoding.UTF8, "application/json");
        request.Headers.Host = new Uri(url).Authority;
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        return await SendAsync(request, HttpCompletionOption.ResponseContentRead, cancellationToken);
    }

    /// <summary>Requests audio without reading it.</summary>
    public async Task<WireAnswer> ProbeAsync(string url, CancellationToken cancellationToken)
    {
        if (own.Resolve(url) is not { } address) return Refused();
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Host = new Uri(url).Authority;
        return await SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }

    private static WireAnswer Refused() => new(0, "", "", "the sandbox talks to this portal only, and the address is another one");

    private async Task<WireAnswer> SendAsync(HttpRequestMessage request, HttpCompletionOption completion,
        CancellationToken cancellationToken)
    {
        try
        {
            using var client = clients.CreateClient(ClientName);
            using var response = await client.SendAsync(request, completion, cancellationToken);
            var body = completion == HttpCompletionOption.ResponseContentRead ? await response.Content.ReadAsStringAsync(cancellationToken)
                : "";
            return new((int)response.StatusCode, body, MediaType(response.Content.Headers), null);
        }
        catch (HttpRequestException)
        {
            return new(0, "", "", "it could not be reached");
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new(0, "", "", "it did not answer within 10 seconds");
        }
    }

    private static string MediaType(HttpContentHeaders headers) => headers.ContentType?.MediaType ?? "";

    private static Uri WithQuery(Uri address, JsonObject parameters)
    {
        var query = new StringBuilder(address.Query.TrimStart('?'));
        foreach (var (name, value) in parameters)
        {
            if (value is null) continue;
            if (query.Length > 0) query.Append('&');
            var text = value is JsonValue plain ? plain.ToString() : value.ToJsonString(SandboxJson.Options);
            query.Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(text));
        }

        return new UriBuilder(address) { Query = query.ToString() }.Uri;
    }
}
