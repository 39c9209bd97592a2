using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Opbx.Core.Configuration;
using Opbx.Core.Pbxs;
using Opbx.Core.Persistence;
using Opbx.Core.Shared;

namespace Opbx.Tests.Support.Portal;

/// <summary>The portal with the sample PBX, called as the platform and API clients call it; its database can be cut off.</summary>
public sealed class VoiceHost : WebApplicationFactory<Program>, IAsyncLifetime
{
    private const string Key = "opbx_test0123456789abcdefghijklmnopqrstuvwxyz";
    private readonly TempFolder _data = new();
    private readonly Outage _outage = new();

    /// <summary>The PBX of the sample.</summary>
    public Guid Pbx { get; private set; }

    /// <summary>The path token of its endpoints.</summary>
    public string PathToken { get; private set; } = "";

    /// <summary>The key of its endpoints.</summary>
    public string EndpointKey { get; private set; } = "";

    public HttpClient Api { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Api = CreateClient();
        Api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Key);
        Pbx = Services.GetRequiredService<ConfigurationStore>().All.Single().PbxId;
        using var answer = await PutAsync("configuration", Samples.AcmeText());
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        await using var db = Services.GetRequiredService<Database>().OpenUnrestricted();
        var row = await db.Pbxs.SingleAsync();
        (PathToken, EndpointKey) = (row.PathToken, Services.GetRequiredService<SecretProtector>().Unprotect(EndpointKeys.Purpose(row.Id), row.ProtectedEndpointKey)!);
    }

    /// <summary>Runs with every use of the database failing.</summary>
    public async Task<T> WithoutDatabaseAsync<T>(Func<Task<T>> action)
    {
        _outage.On = true;
        try
        {
            return await action();
        }
        finally
        {
            _outage.On = false;
        }
    }

    public string Of(string path) => $"/api/v1/pbxs/{Pbx}/{path}";

    public Task<HttpResponseMessage> PutAsync(string path, string json) => Api.PutAsync(Of(path), new StringContent(json, Encoding.UTF8, "application/json"));

    public Task<HttpResponseMessage> PostAsync(string path, string json) => Api.PostAsync(Of(path), new StringContent(json, Encoding.UTF8, "application/json"));

    public async Task<JsonElement> GetAsync(string path) => JsonDocument.Parse(await Api.GetStringAsync(Of(path))).RootElement;

    /// <summary>One voice request.</summary>
    public async Task<HttpResponseMessage> VoiceAsync(string body, string? bearer = null, string? query = null, string contentType = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/hooks/{PathToken}/voice{query}") { Content = new StringContent(body, Encoding.UTF8, contentType) };
        request.Headers.Add("Authorization", "Bearer " + (bearer ?? EndpointKey));
        using var client = CreateClient();
        return await client.SendAsync(request);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _data.Dispose();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("Opbx:DataDirectory", _data.Path);
        builder.UseSetting("Opbx:PublicUrl", "http://127.0.0.1");
        builder.UseSetting("Opbx:Bootstrap:Organization", "Acme");
        builder.UseSetting("Opbx:Bootstrap:OwnerEmail", "owner@acme.example");
        builder.UseSetting("Opbx:Bootstrap:OwnerPassword", "Correct-Horse-9-Battery");
        builder.UseSetting("Opbx:Bootstrap:ApiKey", Key);
        builder.UseSetting("Logging:Console", "false");
        builder.UseSetting("Cloudonix:ApiUrl", "http://127.0.0.1:9");
        builder.ConfigureTestServices(services =>
        {
            var real = services.Last(d => d.ServiceType == typeof(IDbContextFactory<OpbxDbContext>));
            services.AddSingleton<IDbContextFactory<OpbxDbContext>>(provider => new BreakableFactory((IDbContextFactory<OpbxDbContext>)real.ImplementationFactory!(provider), _outage));
        });
    }

    private sealed class Outage
    {
        public bool On { get; set; }
    }

    private sealed class BreakableFactory(IDbContextFactory<OpbxDbContext> inner, Outage outage) : IDbContextFactory<OpbxDbContext>
    {
        public OpbxDbContext CreateDbContext() => outage.On ? throw new InvalidOperationException("The database is away.") : inner.CreateDbContext();
    }
}
