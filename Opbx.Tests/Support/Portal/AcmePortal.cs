using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Opbx.Core.Persistence;

namespace Opbx.Tests.Support.Portal;

/// <summary>The portal with the sample PBX, called as the platform and API clients call it; its database can be cut off.</summary>
public sealed class AcmePortal() : TestPortal(PortalSetup.Production.Seeded(Samples.Read(Samples.AcmeText())))
{
    private readonly Outage _outage = new();

    /// <summary>The path token of the PBX's endpoints.</summary>
    public string PathToken { get; private set; } = "";

    /// <summary>The key of the PBX's endpoints.</summary>
    public string EndpointKey { get; private set; } = "";

    public HttpClient Api { get; private set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Api = Client();
        (PathToken, EndpointKey) = await EndpointAsync();
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

    public string For(string path) => $"/api/v1/pbxs/{Pbx}/{path}";

    public Task<HttpResponseMessage> PutAsync(string path, string json) =>
        Api.PutAsync(For(path), new StringContent(json, Encoding.UTF8, "application/json"));

    public Task<HttpResponseMessage> PostAsync(string path, string json) =>
        Api.PostAsync(For(path), new StringContent(json, Encoding.UTF8, "application/json"));

    public async Task<JsonElement> GetAsync(string path) => JsonDocument.Parse(await Api.GetStringAsync(For(path))).RootElement;

    /// <summary>One voice request.</summary>
    public async Task<HttpResponseMessage> VoiceAsync(string body, string? bearer = null, string? query = null,
        string contentType = "application/json")
    {
        using var content = new StringContent(body, Encoding.UTF8, contentType);
        using var client = Client(bearer ?? EndpointKey);
        return await client.PostAsync($"/hooks/{PathToken}/voice{query}", content);
    }

    public override async ValueTask DisposeAsync()
    {
        Api.Dispose();
        await base.DisposeAsync();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services =>
        {
            var real = services.Last(d => d.ServiceType == typeof(IDbContextFactory<OpbxDbContext>));
            services.AddSingleton<IDbContextFactory<OpbxDbContext>>(
                provider => new BreakableFactory((IDbContextFactory<OpbxDbContext>)real.ImplementationFactory!(provider), _outage));
        });
    }

    private sealed class Outage
    {
        public bool On { get; set; }
    }

    private sealed class BreakableFactory(IDbContextFactory<OpbxDbContext> inner, Outage outage) : IDbContextFactory<OpbxDbContext>
    {
        public OpbxDbContext CreateDbContext() =>
            outage.On ? throw new InvalidOperationException("The database is away.") : inner.CreateDbContext();
    }
}
