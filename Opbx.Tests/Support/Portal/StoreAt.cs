using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Opbx.Core.Persistence;
using Opbx.Core.Shared;

namespace Opbx.Tests.Support.Portal;

/// <summary>The registered store of one process: two of these on one folder stand for two processes.</summary>
internal sealed class StoreAt : IDisposable
{
    private readonly ServiceProvider services;

    public StoreAt(string dataDirectory, DatabaseProvider provider = DatabaseProvider.Sqlite, string? connection = null)
    {
        var collection = new ServiceCollection();
        collection.AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal) { ["ConnectionStrings:Opbx"] = connection })
            .Build());
        collection.Configure<PortalOptions>(options => options.DataDirectory = dataDirectory);
        collection.Configure<DatabaseOptions>(options => options.Provider = provider);
        collection.AddLogging();
        collection.AddDataProtection();
        collection.AddPersistence();
        services = collection.BuildServiceProvider();
    }

    public Database Database => services.GetRequiredService<Database>();

    public Task StartAsync() => services.GetRequiredService<DatabaseStartUp>().RunAsync(TestContext.Current.CancellationToken);

    /// <summary>Makes what a host would run: each is then disposed twice, as by a host.</summary>
    public void MakeHosted() => Assert.NotEmpty(services.GetServices<IHostedService>());

    public void Dispose() => services.Dispose();
}
