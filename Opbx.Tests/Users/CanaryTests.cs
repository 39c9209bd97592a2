using System.Buffers.Text;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Opbx.Portal.Security;

namespace Opbx.Tests.Users;

/// <summary>Plants a secret of its own in every place that takes one, works with all of them, then looks for each of them in everything
/// that is kept
/// or shown:
/// every file of the data folder with database and log, every answer of the API and every page.</summary>
public sealed partial class CanaryTests : IAsyncLifetime
{
    private const string Domain = "acme.example";
    private readonly Dictionary<string, string> _planted = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _kept = new(StringComparer.Ordinal);
    private readonly TempFolder _copy = new();
    private FakeCloudonix _cloudonix = default!;
    private WebApplication _receiver = default!;
    private TestPortal _portal = default!;
    private HttpClient _client = default!;
    private int _received;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _cloudonix = await FakeCloudonix.StartAsync();
        _cloudonix.AddDomain(Domain);
        _receiver = await ReceiverAsync();
        _portal = await TestPortal.StartAsync(PortalSetup.Production.WithLocalReceivers()
            .With("Cloudonix:ApiUrl", _cloudonix.Url)
            .With("Mail:Host", "127.0.0.1")
            .With("Mail:Port", "9")
            .With("Mail:From", "pbx@acme.example")
            .With("Mail:UserName", "mailer")
            .With("Mail:Password", Plant("mail password")));
        _client = _portal.Client();
        _planted["owner's password"] = TestPortal.OwnerPassword;
        _planted["bootstrap key"] = TestPortal.OwnerKey;
        _planted["Cloudonix key"] = FakeCloudonix.Key;
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _portal.DisposeAsync();
        await _receiver.DisposeAsync();
        await _cloudonix.DisposeAsync();
        _copy.Dispose();
    }

    [Fact]
    public async Task No_planted_secret_is_found_anywhere()
    {
        var pbx = await PlantAllAsync();
        await WorkAsync(pbx);
        await ReadEverythingAsync(pbx);
        foreach (var file in Directory.EnumerateFiles(_copy.Path, "*", SearchOption.AllDirectories))
            _kept[$"file {Path.GetRelativePath(_copy.Path, file)}"] = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file, Cancel));

        Assert.True(_kept.Count > 60, $"{_kept.Count} places were looked at");
        Assert.True(_received > 0, "an integration was told with its secrets");
        // What is not secret is found, so that a search that finds nothing would be noticed.
        Assert.Contains(_kept, place => place.Key.StartsWith("file opbx.db", StringComparison.Ordinal)
            && place.Value.Contains("Canary person", StringComparison.Ordinal));
        Assert.Empty(from place in _kept
                     from secret in _planted
                     where Spellings(secret.Value)
            .Any(s => place.Value.Contains(s, StringComparison.Ordinal))
                     select $"{secret.Key} in {place.Key}");
    }

    private string Plant(string name)
    {
        _planted[name] = "Canary" + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(18));
        return _planted[name];
    }

    private async Task<Guid> PlantAllAsync()
    {
        var pbxs = (await _client.GetFromJsonAsync<JsonObject>("/api/v1/pbxs", Cancel))!;
        var pbx = (Guid)pbxs["items"]![0]!["uuid"]!;
        await SendAsync(HttpMethod.Put, $"/api/v1/pbxs/{pbx}/cloudonix", new { domain = Domain, apiKey = FakeCloudonix.Key });
        await SendAsync(HttpMethod.Patch, $"/api/v1/pbxs/{pbx}", new { applicationsEnabled = true });
        await SendAsync(HttpMethod.Post, $"/api/v1/pbxs/{pbx}/extensions",
            new { type = "user", number = "101", name = "Canary person", sipPassword = Plant("SIP password") });
        foreach (var path in new[] { $"/api/v1/pbxs/{pbx}/integrations", "/api/v1/integrations" })
        {
            await SendAsync(
                HttpMethod.Post, path,
                Integration(path == "/api/v1/integrations", "basic",
                    new { type = "basic", username = "canary", password = Plant($"basic password of {path}") }, Plant($"header of {path}"),
                    Signing(path)));
            await SendAsync(HttpMethod.Post, path,
                Integration(path == "/api/v1/integrations", "token", new { type = "token", token = Plant($"token of {path}") },
                    Plant($"other header of {path}"), Signing(path + " (token)")));
        }
        var key = await SendAsync(HttpMethod.Post, "/api/v1/api-keys", new { name = "canary", role = "Admin" });
        _planted["API key"] = (string)key["key"]!;
        var invited =
            await SendAsync(HttpMethod.Post, "/api/v1/users", new { email = "new@acme.example", name = "Canary person", role = "User" });
        _planted["invitation"] = new Uri((string)invited["invitationLink"]!, UriKind.RelativeOrAbsolute).ToString().Split('/', '=')
            .Last(part => part.Length > 10);
        return pbx;
    }

    private string Signing(string name) =>
        _planted[$"signing secret of {name}"] = "whsec_" + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    private object Integration(bool account, string name, object auth, string header, string secret) => new {
        name,
        trigger = new[] { account ? "userModified" : "configurationChanged" },
        url = _receiver.Urls.First() + "/hook",
        auth,
        secret,
        headers = new object[] { new { name = "X-Canary", value = header, secret = true } },
    };

    private async Task WorkAsync(Guid pbx)
    {
        using (var changed =
            await _client.PutAsJsonAsync($"/api/v1/pbxs/{pbx}/extensions/101",
                new { type = "user", number = "101", name = "Canary person", sipPassword = Plant("second SIP password") },
                Cancel)) changed.EnsureSuccessStatusCode();
        foreach (var wrong in new object[] { new { type = "user", number = "102", sipPassword = _planted["SIP password"], nothing = 1 },
            new { domain = "other.example", apiKey = Plant("refused Cloudonix key") } })
            using (await _client.PutAsJsonAsync(
                $"/api/v1/pbxs/{pbx}/{(wrong.ToString()!.Contains("domain", StringComparison.Ordinal) ? "cloudonix" : "extensions/101")}",
                wrong, Cancel)) { }
        foreach (var path in new[] { $"/api/v1/pbxs/{pbx}/integrations", "/api/v1/integrations" })
            foreach (var name in new[] { "basic", "token" }) await SendAsync(HttpMethod.Post, $"{path}/{name}/test", null);
        using var stranger = _portal.Client(Plant("wrong key"));
        using (await stranger.GetAsync("/api/v1/pbxs", Cancel)) { }
        using (await _client.GetAsync($"/api/v1/pbxs?token={Plant("a secret in an address of somebody else")}", Cancel)) { }
    }

    /// <summary>Every GET of API and pages, with what there is in place of the parameters.</summary>
    private async Task ReadEverythingAsync(Guid pbx)
    {
        var cookie = await CookieAsync();
        foreach (var endpoint in _portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"];
            var pattern = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
            if (!methods.Contains("GET") || pattern.Contains("**", StringComparison.Ordinal)
                || pattern.StartsWith("/hooks", StringComparison.Ordinal)
                || pattern.StartsWith("/_blazor", StringComparison.Ordinal)) continue;
            var path = Filled(pattern, pbx);
            if (_kept.ContainsKey(path)) continue;
            using var client = _portal.Client(path.StartsWith("/api/", StringComparison.Ordinal) ? TestPortal.OwnerKey : null);
            if (!path.StartsWith("/api/", StringComparison.Ordinal)) client.DefaultRequestHeaders.Add("Cookie", cookie);
            using var answer = await client.GetAsync(path, HttpCompletionOption.ResponseContentRead, Cancel);
            _kept[path] = answer.Headers + await answer.Content.ReadAsStringAsync(Cancel);
        }
        foreach (var path in new[] { "/api/v1/history?limit=500", $"/api/v1/pbxs/{pbx}/configuration" })
            _kept[path] = await _client.GetStringAsync(path, Cancel);
        // The lock is held as long as the portal runs, and has nothing in it.
        foreach (var file in Directory.EnumerateFiles(_portal.DataFolder, "*", SearchOption.AllDirectories)
            .Where(f => !f.EndsWith(".lock", StringComparison.Ordinal)))
        {
            var copy = Path.Combine(_copy.Path, Path.GetRelativePath(_portal.DataFolder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            await using var from = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            await using var to = File.Create(copy);
            await from.CopyToAsync(to, Cancel);
        }
    }

    private static string Filled(string pattern, Guid pbx) => Parameter().Replace(pattern, match => Value(match.Groups[1].Value, pbx));

    private static string Value(string parameter, Guid pbx) => parameter switch {
        "pbx" => pbx.ToString(),
        "key" or "number" => "101",
        "name" => "basic",
        "documentname" => "v1",
        _ => Guid.Empty.ToString(),
    };

    private async Task<string> CookieAsync()
    {
        using var scope = _portal.Services.CreateScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        context.Request.Scheme = "http";
        scope.ServiceProvider.GetRequiredService<IHttpContextAccessor>().HttpContext = context;
        Assert.Equal(SignInOutcome.SignedIn, await scope.ServiceProvider.GetRequiredService<SignInFlow>()
            .SignInAsync(TestPortal.OwnerEmail, TestPortal.OwnerPassword, IPAddress.Loopback, Cancel));
        var cookie = context.Response.Headers.SetCookie.ToString().Split(';')[0];
        _planted["session cookie"] = cookie.Split('=', 2)[1];
        return cookie;
    }

    private async Task<JsonNode> SendAsync(HttpMethod method, string path, object? body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        using var answer = await _client.SendAsync(request, Cancel);
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.True(answer.IsSuccessStatusCode, $"{method} {path}: {(int)answer.StatusCode} {text}");
        return text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!;
    }

    private async Task<WebApplication> ReceiverAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = builder.Build();
        // A receiver that echoes what it gets, as careless ones do.
        receiver.MapPost("/hook", async (HttpRequest request) =>
        {
            Interlocked.Increment(ref _received);
            using var reader = new StreamReader(request.Body);
            return Results.Text(
                $"{string.Join('\n', request.Headers.Select(h => $"{h.Key}: {h.Value}"))}\n{await reader.ReadToEndAsync(Cancel)}");
        });
        await receiver.StartAsync(Cancel);
        return receiver;
    }

    private static IEnumerable<string> Spellings(string secret) =>
        [secret, WebUtility.UrlEncode(secret), Convert.ToBase64String(Encoding.UTF8.GetBytes("canary:" + secret)),
            Convert.ToHexString(Encoding.UTF8.GetBytes(secret)), secret.Replace("+", "\\u002B", StringComparison.Ordinal)];

    [GeneratedRegex(@"\{\*?(\w+)[^}]*\}")]
    private static partial Regex Parameter();
}
