using System.Globalization;
using Microsoft.EntityFrameworkCore;
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

namespace Opbx.Tests.Support.Portal;

/// <summary>Outbox and worker on a database file of their own; the worker can be stopped and started again.</summary>
internal sealed class Delivering : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private readonly StoreAt _store;
    private readonly SendLimits _limits;
    private (DeliveryWorker Worker, WebhookSender Sender)? _running;

    private Delivering(SendLimits limits)
    {
        _limits = limits;
        _store = new StoreAt(_folder.Path);
        Outbox = new EventOutbox(Catalogue, Signal, Backlog, Ids, TimeProvider.System);
        Inspectors = new Inspectors(Address, TimeProvider.System);
        Options = Microsoft.Extensions.Options.Options.Create(new IntegrationOptions { RetryScale = 0.01 });
    }

    public FakeCatalogue Catalogue { get; } = new();
    public PublicAddress Address { get; } =
        new(Microsoft.Extensions.Options.Options.Create(new PortalOptions { PublicUrl = "https://pbx.example" }));

    public DeliverySignal Signal { get; } = new();
    public Backlog Backlog { get; } = new();
    public SortableIds Ids { get; } = new(TimeProvider.System);
    public EventOutbox Outbox { get; }
    public IOptions<IntegrationOptions> Options { get; }

    public Database Database => _store.Database;

    public static async Task<Delivering> CreateAsync(SendLimits? limits = null)
    {
        var made = new Delivering(limits ?? new SendLimits());
        await made._store.StartAsync();
        return made;
    }

    public WebhookSender Sender() => new(new AddressGuard(new AllowedNetworks(["127.0.0.0/8"])), _limits, TimeProvider.System);

    public Inspectors Inspectors { get; }

    public AttemptRunner Runner(WebhookSender sender) =>
        new(Catalogue, sender, Door, new DeliveryMetrics(Meters.Factory, Backlog, new Lanes(Options)), TimeProvider.System,
            NullLogger<AttemptRunner>.Instance);

    public InspectorReceiver Door => new(Inspectors, new SignatureCheck(Catalogue, TimeProvider.System), Address, TimeProvider.System);
    public NoticeStore Notices => new(Database, TimeProvider.System);

    public ReceiverHealth Receivers() => new(Database, Catalogue, Outbox, Notices, TimeProvider.System);

    public async Task StartAsync()
    {
        var sender = Sender();
        var round = new DeliveryRound(
            new DeliveryClaims(Database, Catalogue, new SuspendedOrganizations(Database), TimeProvider.System), new Lanes(Options),
                Runner(sender),
            new AttemptLog(Database, Receivers(), Options, TimeProvider.System), Signal, TimeProvider.System);
        var worker = new DeliveryWorker(round, Signal, _limits, NullLogger<DeliveryWorker>.Instance);
        await worker.StartAsync(CancellationToken.None);
        _running = (worker, sender);
    }

    public async Task StopAsync()
    {
        if (_running is not { } running) return;
        await running.Worker.StopAsync(CancellationToken.None);
        running.Worker.Dispose();
        running.Sender.Dispose();
        _running = null;
    }

    /// <summary>Stores an event in a transaction of its own.</summary>
    public async Task OccurAsync(string key, Trigger trigger = Trigger.CallEnded, EventScope? scope = null, string? call = null)
    {
        await using (var db = Database.OpenUnrestricted())
        {
            Outbox.Add(db, Occurred(key, trigger, scope, call));
            await db.SaveChangesAsync();
        }
        Outbox.Wake();
    }

    public async Task OccurAsync(int count, string prefix = "call")
    {
        for (var i = 0; i < count; i++) await OccurAsync(string.Create(CultureInfo.InvariantCulture, $"{prefix}-{i:000}"));
    }

    /// <summary>Makes what waits older.</summary>
    public async Task AgeAsync(TimeSpan by)
    {
        await using var db = Database.OpenUnrestricted();
        var at = TimeProvider.System.GetUtcNow() - by;
        await db.WebhookDeliveries.ExecuteUpdateAsync(set => set.SetProperty(d => d.CreatedAt, at));
    }

    public OccurredEvent Occurred(string key, Trigger trigger = Trigger.CallEnded, EventScope? scope = null, string? call = null) => new() {
        OrganizationId = Catalogue.Organization,
        PbxId = Catalogue.Pbx,
        Trigger = trigger,
        SourceKey = key,
        At = TimeProvider.System.GetUtcNow(),
        CallUuid = call ?? key,
        Values = new Dictionary<string, string> { ["sourceNumber"] = "+12025550143", ["optionSelected"] = "1" },
        Scope = scope ?? new EventScope(),
    };

    public async Task<List<WebhookDelivery>> DeliveriesAsync()
    {
        await using var db = Database.OpenUnrestricted();
        return await db.WebhookDeliveries.Include(d => d.Event).OrderBy(d => d.Id).ToListAsync();
    }

    public async Task<List<DeliveryAttempt>> AttemptsAsync()
    {
        await using var db = Database.OpenUnrestricted();
        return await db.DeliveryAttempts.OrderBy(a => a.Id).ToListAsync();
    }

    /// <summary>Waits until it is so; fails after 20 seconds.</summary>
    public static async Task UntilAsync(Func<Task<bool>> condition, string what)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!await condition())
        {
            Assert.False(late.IsCancellationRequested, "Not within 20 seconds: " + what);
            await Task.Delay(10);
        }
    }

    public static Task UntilAsync(Func<bool> condition, string what) => UntilAsync(() => Task.FromResult(condition()), what);

    public Task OverAsync() =>
        UntilAsync(async () => (await DeliveriesAsync()).TrueForAll(d => d.State != DeliveryState.Pending), "all deliveries are over");

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Signal.Dispose();
        _store.Dispose();
        _folder.Dispose();
    }
}
