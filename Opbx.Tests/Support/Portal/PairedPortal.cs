using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Opbx.Core.Cloudonix;
using Opbx.Core.Cloudonix.Api;
using Opbx.Core.Cloudonix.Sync;
using Opbx.Core.Configuration;
using Opbx.Core.Document;
using Opbx.Core.Document.Extensions;
using Opbx.Core.Document.Settings;
using Opbx.Core.Integrations;
using Opbx.Core.Notices;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;
using Opbx.Core.Persistence.Tenancy;
using Opbx.Core.Shared;
using Secret = Opbx.Core.Shared.Secret;

namespace Opbx.Tests.Support.Portal;

/// <summary>The portal's core with one PBX on a database of its own, and a stand-in for Cloudonix.</summary>
internal sealed class PairedPortal : IAsyncDisposable
{
    public const string Domain = "acme.cloudonix.net";

    private readonly TempFolder _folder = new();
    private readonly ServiceProvider _services;

    private PairedPortal(FakeCloudonix cloudonix)
    {
        Cloudonix = cloudonix;
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider());
        services.AddSingleton<PublicAddress>();
        services.AddSingleton<SuspendedOrganizations>();
        services.AddSingleton(new CloudonixTiming(TimeSpan.FromSeconds(2), TimeSpan.FromMilliseconds(5), TimeSpan.FromMilliseconds(50), 3));
        services.Configure<PortalOptions>(o => (o.DataDirectory, o.PublicUrl) = (_folder.Path, "https://pbx.example"));
        services.Configure<CloudonixOptions>(o => o.ApiUrl = cloudonix.Url);
        services.AddPersistence().AddPbxConfiguration().AddNotices().AddIntegrations().AddCloudonix();
        _services = services.BuildServiceProvider();
    }

    public FakeCloudonix Cloudonix { get; }
    public Actor Owner { get; } = new(Guid.NewGuid(), Role.Owner, "owner@acme.example", ActorSource.Api);
    public Guid PbxId { get; private set; }

    public FakeCloudonix.Domain Remote => Cloudonix.Domains[Domain];

    public static async Task<PairedPortal> StartAsync()
    {
        var cloudonix = await FakeCloudonix.StartAsync();
        cloudonix.AddDomain(Domain);
        var portal = new PairedPortal(cloudonix);
        await using (var db = portal.Get<Database>().OpenUnrestricted())
        {
            await db.Database.EnsureCreatedAsync();
            db.Organizations.Add(new Organization { Id = portal.Owner.OrganizationId, Name = "Acme", TimeZone = "UTC" });
            await db.SaveChangesAsync();
        }

        portal.PbxId = await portal.AddPbxAsync("acme");
        return portal;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async Task<Guid> AddPbxAsync(string name) =>
        (await Get<PbxEditor>().CreateAsync(Owner, new PbxSettings { Name = name }, default)).Value;

    public Task<Result<PairingReport>> PairAsync(string domain = Domain, string key = FakeCloudonix.Key, Guid? pbxId = null) =>
        Get<PairingEditor>().PairAsync(Owner, pbxId ?? PbxId, domain, new Secret(key), isSandbox: false, default);

    public async Task<SyncReport> SyncAsync()
    {
        var report = await Get<SubscriberReconciler>().RepairAsync(Owner, PbxId, default);
        Assert.True(report.Ok, report.Failure?.Message);
        return report.Value;
    }

    public async Task AddExtensionAsync(string number, bool active = true) => Assert.Null((await Get<ConfigurationEditor>()
        .CreateAsync(Owner, PbxId, ObjectKind.Extensions, new UserExtension { Number = number, Name = $"Person {number}", Active = active },
            default)).Failure);

    public async Task ChangeExtensionAsync(string number, Func<UserExtension, UserExtension> change)
    {
        var present = Get<ConfigurationStore>().Find(PbxId)!.Document.Extensions.OfType<UserExtension>().Single(e => e.Number == number);
        Assert.Null((await Get<ConfigurationEditor>()
            .ReplaceAsync(Owner, PbxId, ObjectKind.Extensions, number, change(present), null, default)).Failure);
    }

    public async Task DeleteExtensionAsync(string number) =>
        Assert.Null((await Get<ConfigurationEditor>().DeleteAsync(Owner, PbxId, ObjectKind.Extensions, number, null, default)).Failure);

    public string Password(string number)
    {
        var id = Get<ConfigurationStore>().Find(PbxId)!.Objects[new ObjectRef("extensions", number)].Id;
        return Get<ObjectSecrets>().For(id)[Subscriber.PasswordPointer];
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Cloudonix.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }
}
