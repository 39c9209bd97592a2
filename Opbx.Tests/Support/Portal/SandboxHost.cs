using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Opbx.Core.Shared;
using Opbx.Portal.Sandbox;
using Opbx.Portal.Sandbox.Calls;

namespace Opbx.Tests.Support.Portal;

/// <summary>The stand-in on a real port, beside a small PBX that answers documents and collects events.</summary>
internal sealed class SandboxHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private SandboxHost(WebApplication app) => _app = app;

    public string Url => _app.Urls.First();
    public SandboxSoftphone Phone => _app.Services.GetRequiredService<SandboxSoftphone>();
    public SandboxDomains Domains => _app.Services.GetRequiredService<SandboxDomains>();

    /// <summary>What the PBX answers to a voice request at <c>/pbx/{name}</c>.</summary>
    public ConcurrentDictionary<string, Func<JsonObject, IResult>> Documents { get; } = new(StringComparer.Ordinal);

    /// <summary>The voice requests with their place, in the order they came.</summary>
    public ConcurrentQueue<(string Name, JsonObject Body, IReadOnlyDictionary<string, string> Headers)> Requests { get; } = new();

    public ConcurrentQueue<JsonObject> Sessions { get; } = new();
    public ConcurrentQueue<JsonObject> Records { get; } = new();
    public ConcurrentQueue<JsonObject> Recordings { get; } = new();

    /// <summary>How many events are still answered 503.</summary>
    public int Refusals { get; set; }

    public static async Task<SandboxHost> StartAsync(string? dataDirectory = null, bool enabled = true)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.Configure<PortalOptions>(o => o.DataDirectory = dataDirectory
            ?? Directory.CreateTempSubdirectory("opbx-sandbox-").FullName);
        builder.Services.Configure<SandboxOptions>(o => o.Enabled = enabled);
        builder.Services.AddSingleton<PublicAddress>();
        builder.Services.AddSandbox();
        var app = builder.Build();
        var host = new SandboxHost(app);
        app.MapSandbox();
        app.MapPost("/pbx/{name}", host.AnswerAsync);
        app.MapPost("/events/{kind}", host.CollectAsync);
        await app.StartAsync();
        return host;
    }

    /// <summary>A paired domain whose calls get the document; <c>next</c> is where its actions may point.</summary>
    public async Task<PairedDomain> PairAsync(string document = "<Response/>")
    {
        Documents["voice"] = _ => Results.Content(document.Replace("{pbx}", Url + "/pbx", StringComparison.Ordinal), "application/xml");
        var pairing = await Domains.CreateAsync("Acme Ltd");
        var api = Client(pairing.ApiKey);
        var application =
            await PostAsync(api, $"customers/self/domains/{pairing.Domain}/applications",
                new { name = "opbx", type = "cxml", url = Url + "/pbx/voice", method = "POST" });
        await api.PutAsJsonAsync($"customers/self/domains/{pairing.Domain}",
            new { defaultApplication = application["id"]!.GetValue<long>() });
        await api.PatchAsJsonAsync($"customers/self/domains/{pairing.Domain}", new {
            profile = new Dictionary<string, string> {
                ["authorization-api-key"] = "a-secret-of-the-pbx",
                ["session-update-endpoint"] = Url + "/events/session",
                ["cdr-endpoint"] = Url + "/events/cdr",
            },
        });
        foreach (var msisdn in (string[])["1001", "1002"])
            await PostAsync(api, $"domains/{pairing.Domain}/subscribers", new { msisdn, sipPassword = "phone" });
        return new(this, pairing.Domain, api);
    }

    public void Answer(string name, string document) =>
        Documents[name] = _ => Results.Content(document.Replace("{pbx}", Url + "/pbx", StringComparison.Ordinal), "application/xml");

    public HttpClient Client(string? key)
    {
        var client = new HttpClient { BaseAddress = new Uri(Url + "/sandbox/api/") };
        if (key is not null) client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    public static async Task<JsonObject> PostAsync(HttpClient client, string path, object body)
    {
        var response = await client.PostAsJsonAsync(path, body);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonObject>())!;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task<IResult> AnswerAsync(string name, HttpContext http)
    {
        var body = (JsonObject)(await JsonNode.ParseAsync(http.Request.Body))!;
        Requests.Enqueue(
            (name, body, http.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase)));
        if (http.Request.Headers.Authorization != "Bearer a-secret-of-the-pbx") return Results.Unauthorized();
        return Documents.TryGetValue(name, out var document) ? document(body) : Results.NotFound();
    }

    private async Task<IResult> CollectAsync(string kind, HttpContext http)
    {
        if (http.Request.Headers.Authorization != "Bearer a-secret-of-the-pbx") return Results.Unauthorized();
        if (Refusals > 0)
        {
            Refusals--;
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        var body = (JsonObject)(await JsonNode.ParseAsync(http.Request.Body))!;
        (kind switch { "session" => Sessions, "cdr" => Records, _ => Recordings }).Enqueue(body);
        return Results.NoContent();
    }
}

/// <summary>A domain of the host that is paired with its PBX.</summary>
internal sealed record PairedDomain(SandboxHost Host, string Name, HttpClient Api)
{
    public Task<SandboxCall> CallAsync() => Host.Phone.DialAsync(Name, "+12025550143", "+12125550101", SandboxDirection.Inbound, "Ada");
}

internal static class SandboxCalls
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Waits until the call waits for something of this kind.</summary>
    public static async Task<SandboxWaiting> UntilAsync(this SandboxCall call, SandboxWaitingKind kind,
        Func<SandboxWaiting, bool>? also = null)
    {
        var reached = new TaskCompletionSource<SandboxWaiting>(TaskCreationOptions.RunContinuationsAsynchronously);
        void Check()
        {
            if (call.Waiting is { } waiting && waiting.Kind == kind && also?.Invoke(waiting) != false) reached.TrySetResult(waiting);
            else if (call.IsOver)
                reached.TrySetException(
                    new InvalidOperationException("The call ended: " + string.Join(" | ", call.Steps.Select(s => s.Sentence))));
        }

        call.Changed += Check;
        Check();
        try
        {
            return await reached.Task.WaitAsync(Patience);
        }
        finally
        {
            call.Changed -= Check;
        }
    }

    public static Task EndAsync(this SandboxCall call) => call.Done.WaitAsync(Patience);

    public static IEnumerable<string> Sentences(this SandboxCall call) => call.Steps.Select(s => s.Sentence);

    public static IEnumerable<string> Statuses(this SandboxHost host) => host.Sessions.Select(s => s["status"]!.GetValue<string>());
}

