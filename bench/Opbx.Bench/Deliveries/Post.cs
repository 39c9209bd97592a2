using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Opbx.Core.Document.Integrations;
using Opbx.Core.Integrations;
using Opbx.Core.Integrations.Delivery;
using Opbx.Core.Integrations.Inspection;
using Opbx.Core.Integrations.Outbox;
using Opbx.Core.Notices;
using Opbx.Core.Persistence;
using Opbx.Core.Persistence.Tenancy;
using Opbx.Core.Shared;

namespace Opbx.Bench.Deliveries;

/// <summary>The outbox and the worker of the product on a database file of their own.</summary>
internal sealed class Post : IIntegrationCatalogue, IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("opbx-bench-");
    private readonly ServiceProvider _services;
    private readonly Dictionary<Guid, ConfiguredIntegration> _all = [];
    private readonly DeliverySignal _signal = new();
    private readonly SendLimits _limits;
    private readonly EventOutbox _outbox;
    private readonly Guid _organization = Guid.NewGuid();
    private readonly Guid _pbx = Guid.NewGuid();

    public Post(SendLimits limits)
    {
        _limits = limits;
        var collection = new ServiceCollection();
        collection.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        collection.Configure<PortalOptions>(options => options.DataDirectory = _folder.FullName);
        collection.AddLogging();
        collection.AddDataProtection();
        collection.AddPersistence();
        _services = collection.BuildServiceProvider();
        _outbox = new EventOutbox(this, _signal, new Backlog(), new SortableIds(TimeProvider.System), TimeProvider.System);
    }

    private Database Database => _services.GetRequiredService<Database>();

    public Task StartAsync() => _services.GetRequiredService<DatabaseStartUp>().RunAsync(CancellationToken.None);

    public void Add(string name, string url)
    {
        var id = Guid.NewGuid();
        _all[id] = new ConfiguredIntegration(id, _organization, _pbx,
            new Integration { Name = name, Url = url, Trigger = [Trigger.CallEnded], Active = true });
    }

    /// <summary>Stores events; each is a delivery for every integration.</summary>
    public async Task OccurAsync(int events)
    {
        for (var done = 0; done < events;)
        {
            await using var db = Database.OpenUnrestricted();
            for (var i = 0; i < 100 && done < events; i++, done++) _outbox.Add(db, Occurred($"call-{done}"));
            await db.SaveChangesAsync();
        }
    }

    /// <summary>Runs the worker until this is over.</summary>
    public async Task DeliverAsync(Func<Task> until)
    {
        var options = Options.Create(new IntegrationOptions { AllowedNetworks = ["127.0.0.0/8"] });
        using var sender =
            new WebhookSender(new AddressGuard(new AllowedNetworks(options.Value.AllowedNetworks)), _limits, TimeProvider.System);
        var receivers = new ReceiverHealth(Database, this, _outbox, new NoticeStore(Database, TimeProvider.System), TimeProvider.System);
        var round = new DeliveryRound(
            new DeliveryClaims(Database, this, new SuspendedOrganizations(Database), TimeProvider.System), new Lanes(options),
                new AttemptRunner(this, sender, Door(), new DeliveryMetrics(Meters.Factory, new Backlog(), new Lanes(options)),
                    TimeProvider.System, NullLogger<AttemptRunner>.Instance),
            new AttemptLog(Database, receivers, options, TimeProvider.System), _signal, TimeProvider.System);
        using var worker = new DeliveryWorker(round, _signal, _limits, NullLogger<DeliveryWorker>.Instance);
        await worker.StartAsync(CancellationToken.None);
        await until();
        await worker.StopAsync(CancellationToken.None);
    }

    public async Task<int> StoredAttemptsAsync()
    {
        await using var db = Database.OpenUnrestricted();
        return await db.DeliveryAttempts.CountAsync();
    }

    public IReadOnlyList<ConfiguredIntegration> Waiting(Guid organizationId, Guid pbxId, Trigger trigger) => [.. _all.Values];

    public IReadOnlyList<ConfiguredIntegration> For(Guid organizationId) => [.. _all.Values];

    public ConfiguredIntegration? Find(Guid id) => _all.GetValueOrDefault(id);

    public ServiceInfo? Service(Guid pbxId) => new(_pbx, "acme", "Acme Dental", TimeZoneInfo.Utc, true);

    public IntegrationSecrets Secrets(Guid id) =>
        new(["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"], null, null, new Dictionary<string, string>());

    public Task DeactivateAsync(Guid id, string reason, CancellationToken cancel) => Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        _signal.Dispose();
        await _services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private InspectorReceiver Door()
    {
        var address = new PublicAddress(Options.Create(new PortalOptions { PublicUrl = "https://pbx.example.com" }));
        return new InspectorReceiver(new Inspectors(address, TimeProvider.System), new SignatureCheck(this, TimeProvider.System), address,
            TimeProvider.System);
    }

    private OccurredEvent Occurred(string call) => new() {
        OrganizationId = _organization,
        PbxId = _pbx,
        Trigger = Trigger.CallEnded,
        SourceKey = call,
        At = TimeProvider.System.GetUtcNow(),
        CallUuid = call,
        Values = new Dictionary<string, string> {
            ["sourceNumber"] = "+12025550143", ["destinationNumber"] = "+12125550100",
            ["disposition"] = "answered", ["duration"] = "61"
        },
    };
}
