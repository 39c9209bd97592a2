using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Opbx.Core.Shared;
using Polly.Timeout;

namespace Opbx.Core.Cloudonix.Api;

/// <summary>The REST client of one PBX.</summary>
internal sealed class CloudonixApi(CloudonixTransport transport, CloudonixAccess access) : ICloudonixApi
{
    private static CloudonixJson Json => CloudonixJson.Default;

    public Task<CloudonixOutcome<CloudonixDomain>> GetDomainAsync(string domain, CancellationToken cancel) =>
        GetAsync(Path(domain), Json.CloudonixDomain, cancel);

    public Task<CloudonixOutcome<Done>> UpdateDomainAsync(string domain, DomainUpdate update, CancellationToken cancel) =>
        WriteAsync(HttpMethod.Put, Path(domain), update, Json.DomainUpdate, cancel);

    public Task<CloudonixOutcome<Done>> PatchDomainAsync(string domain, DomainPatch patch, CancellationToken cancel) =>
        WriteAsync(HttpMethod.Patch, Path(domain), patch, Json.DomainPatch, cancel);

    public Task<CloudonixOutcome<IReadOnlyList<VoiceApplication>>> ListApplicationsAsync(string domain, CancellationToken cancel) =>
        ListAsync(Path(domain, "applications"), Json.VoiceApplication, cancel);

    public Task<CloudonixOutcome<Done>> CreateApplicationAsync(string domain, NewVoiceApplication application, CancellationToken cancel) =>
        WriteAsync(HttpMethod.Post, Path(domain, "applications"), application, Json.NewVoiceApplication, cancel);

    public Task<CloudonixOutcome<Done>> PatchApplicationAsync(string domain, long id, VoiceApplicationPatch patch, CancellationToken cancel) =>
        WriteAsync(HttpMethod.Patch, Path(domain, "applications", Text(id)), patch, Json.VoiceApplicationPatch, cancel);

    public Task<CloudonixOutcome<Done>> DeleteApplicationAsync(string domain, long id, CancellationToken cancel) =>
        DeleteAsync(Path(domain, "applications", Text(id)), cancel);

    public Task<CloudonixOutcome<IReadOnlyList<RemoteSubscriber>>> ListSubscribersAsync(string domain, CancellationToken cancel) =>
        ListAsync(Path(domain, "subscribers"), Json.RemoteSubscriber, cancel);

    public Task<CloudonixOutcome<RemoteSubscriber>> GetSubscriberAsync(string domain, string msisdn, CancellationToken cancel) =>
        GetAsync(Path(domain, "subscribers", msisdn), Json.RemoteSubscriber, cancel);

    public Task<CloudonixOutcome<Done>> CreateSubscriberAsync(string domain, NewSubscriber subscriber, CancellationToken cancel) =>
        WriteAsync(HttpMethod.Post, Path(domain, "subscribers"), subscriber, Json.NewSubscriber, cancel);

    public Task<CloudonixOutcome<Done>> UpdateSubscriberAsync(string domain, long id, SubscriberUpdate update, CancellationToken cancel) =>
        WriteAsync(HttpMethod.Put, Path(domain, "subscribers", Text(id)), update, Json.SubscriberUpdate, cancel);

    public Task<CloudonixOutcome<Done>> DeleteSubscriberAsync(string domain, long id, CancellationToken cancel) =>
        DeleteAsync(Path(domain, "subscribers", Text(id)), cancel);

    public Task<CloudonixOutcome<JsonObject>> GetSessionAsync(string domain, string token, CancellationToken cancel) =>
        GetAsync(Path(domain, "sessions", token), Json.JsonObject, cancel);

    public async Task<CloudonixOutcome<StartedCall>> StartCallAsync(string domain, NewCall call, CancellationToken cancel)
    {
        var answer = await SendAsync(HttpMethod.Post, $"/calls/{Uri.EscapeDataString(domain)}/application", JsonSerializer.SerializeToUtf8Bytes(call, Json.NewCall), cancel);
        if (!answer.Ok) return answer.Error;
        return CloudonixBody.One(answer.Value, Json.StartedCall) is { Token.Length: > 0 } started ? started : new CloudonixError(CloudonixErrorKind.Unreadable);
    }

    public Task<CloudonixOutcome<Done>> EndSessionAsync(string domain, string token, CancellationToken cancel) =>
        DeleteAsync(Path(domain, "sessions", token), cancel);

    public Task<CloudonixOutcome<Done>> SwitchApplicationAsync(string domain, string token, ApplicationSwitch application, CancellationToken cancel) =>
        WriteAsync(HttpMethod.Post, $"/calls/{Uri.EscapeDataString(domain)}/sessions/{Uri.EscapeDataString(token)}/application", application, Json.ApplicationSwitch, cancel);

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);

    private static string Path(string domain, params string[] segments) =>
        $"/customers/self/domains/{string.Join('/', segments.Prepend(domain).Select(Uri.EscapeDataString))}";

    private async Task<CloudonixOutcome<T>> GetAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancel)
        where T : class
    {
        var answer = await SendAsync(HttpMethod.Get, path, null, cancel);
        if (!answer.Ok) return answer.Error;
        return CloudonixBody.One(answer.Value, type) is { } value ? value : new CloudonixError(CloudonixErrorKind.Unreadable);
    }

    private async Task<CloudonixOutcome<IReadOnlyList<T>>> ListAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancel)
        where T : class
    {
        var answer = await SendAsync(HttpMethod.Get, path, null, cancel);
        if (answer.Error is { Kind: CloudonixErrorKind.NotFound }) return CloudonixOutcome<IReadOnlyList<T>>.From([]);
        if (!answer.Ok) return answer.Error;
        return CloudonixBody.List(answer.Value, type) is { } list ? CloudonixOutcome<IReadOnlyList<T>>.From(list) : new CloudonixError(CloudonixErrorKind.Unreadable);
    }

    private async Task<CloudonixOutcome<Done>> WriteAsync<T>(HttpMethod method, string path, T body, JsonTypeInfo<T> type, CancellationToken cancel)
    {
        var answer = await SendAsync(method, path, JsonSerializer.SerializeToUtf8Bytes(body, type), cancel);
        return answer.Ok ? default(Done) : answer.Error;
    }

    private async Task<CloudonixOutcome<Done>> DeleteAsync(string path, CancellationToken cancel)
    {
        var answer = await SendAsync(HttpMethod.Delete, path, null, cancel);
        return answer.Ok || answer.Error.Kind == CloudonixErrorKind.NotFound ? default(Done) : answer.Error;
    }

    private async Task<CloudonixOutcome<byte[]>> SendAsync(HttpMethod method, string path, byte[]? body, CancellationToken cancel)
    {
        try
        {
            var answer = await transport.SendAsync(method == HttpMethod.Get, () => Compose(method, path, body), cancel);
            return (int)answer.Status is >= 200 and < 300 ? answer.Body : Error(answer);
        }
        catch (TimeoutRejectedException)
        {
            return new CloudonixError(CloudonixErrorKind.TimedOut);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or InvalidDataException)
        {
            return new CloudonixError(e is InvalidDataException ? CloudonixErrorKind.Unreadable : CloudonixErrorKind.Unavailable);
        }
    }

    private HttpRequestMessage Compose(HttpMethod method, string path, byte[]? body)
    {
        var request = new HttpRequestMessage(method, access.ApiUrl + path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", access.Key.Reveal());
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (body is not null) request.Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        return request;
    }

    private CloudonixError Error(CloudonixAnswer answer) => new(
        answer.Status switch
        {
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => CloudonixErrorKind.NotAuthorised,
            HttpStatusCode.NotFound => CloudonixErrorKind.NotFound,
            HttpStatusCode.TooManyRequests => CloudonixErrorKind.RateLimited,
            HttpStatusCode.RequestTimeout => CloudonixErrorKind.TimedOut,
            >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError => CloudonixErrorKind.Rejected,
            >= HttpStatusCode.InternalServerError => CloudonixErrorKind.Unavailable,
            _ => CloudonixErrorKind.Unreadable,
        },
        CloudonixBody.Reason(answer.Body, access.Key));
}
