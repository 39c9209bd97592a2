using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Hosting;

namespace Opbx.Tests.Support.Portal;

/// <summary>The whole portal on a real port of this machine, in Production, with an empty data folder of its own and what the bootstrap makes.</summary>
public sealed class PortalHost : WebApplicationFactory<Program>
{
    public const string OwnerEmail = "owner@acme.example";
    public const string OwnerPassword = "Correct-Horse-9-Battery";
    public const string OwnerKey = "opbx_test0123456789abcdefghijklmnopqrstuvwxyz";

    private readonly TempFolder _data = new();
    private readonly Dictionary<string, string?> _settings = new(StringComparer.Ordinal)
    {
        ["Opbx:PublicUrl"] = "http://127.0.0.1",
        ["Opbx:Bootstrap:Organization"] = "Acme",
        ["Opbx:Bootstrap:OwnerEmail"] = OwnerEmail,
        ["Opbx:Bootstrap:OwnerPassword"] = OwnerPassword,
        ["Opbx:Bootstrap:ApiKey"] = OwnerKey,
        ["Cloudonix:ApiUrl"] = "http://127.0.0.1:9",
        ["Sandbox:Enabled"] = "false",
        ["Logging:Console"] = "false",
    };

    public PortalHost()
        : this(new Dictionary<string, string?>(StringComparer.Ordinal))
    {
    }

    private PortalHost(IReadOnlyDictionary<string, string?> settings)
    {
        foreach (var (key, value) in settings) _settings[key] = value;
        _settings["Opbx:DataDirectory"] = _data.Path;
        UseKestrel(0);
        StartServer();
    }

    public string DataFolder => _data.Path;

    /// <summary>A portal with other settings, by configuration key; null takes one of the usual away.</summary>
    public static PortalHost With(IReadOnlyDictionary<string, string?> settings) => new(settings);

    /// <summary>A client that follows no redirects and keeps no cookies; without a key when <paramref name="key"/> is null.</summary>
    public HttpClient Client(string? key = OwnerKey)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = ClientOptions.BaseAddress };
        if (key is not null) client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    /// <summary>A new API key of the role.</summary>
    public async Task<string> KeyAsync(string role, CancellationToken cancel)
    {
        using var client = Client();
        using var answer = await client.PostAsJsonAsync("/api/v1/api-keys", new { name = role, role }, cancel);
        answer.EnsureSuccessStatusCode();
        return (string)(await answer.Content.ReadFromJsonAsync<JsonObject>(cancel))!["key"]!;
    }

    /// <summary>Everything the log file holds so far.</summary>
    public string Log()
    {
        var text = new System.Text.StringBuilder();
        foreach (var file in Directory.GetFiles(Path.Combine(_data.Path, "logs")))
        {
            using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
            text.Append(reader.ReadToEnd());
        }

        return text.ToString();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _data.Dispose();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(Environments.Production);
        foreach (var (key, value) in _settings) builder.UseSetting(key, value);
    }
}
