using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Opbx.Core.Audit;
using Opbx.Core.Calls.Live;
using Opbx.Core.Calls.Log;
using Opbx.Core.Cloudonix;
using Opbx.Core.Cloudonix.Sync;
using Opbx.Core.Configuration;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;
using Opbx.Core.Shared;
using Opbx.Portal.Sandbox;
using Opbx.Portal.Sandbox.Calls;

namespace Opbx.Tests.Support.Portal;

/// <summary>The whole portal with the sample PBX, paired with its own sandbox over HTTP; phones of four people.</summary>
public sealed class LiveHost : IAsyncLifetime
{
    public const string Outsider = "+12025550143";
    public const string AnnasNumber = "+12125550101";

    private readonly PortalHost _portal = PortalHost.With(new Dictionary<string, string?>(StringComparer.Ordinal) { ["Sandbox:Enabled"] = "true" });

    internal Guid Pbx { get; private set; }

    internal string Domain { get; private set; } = "";

    internal string SandboxKey { get; private set; } = "";

    /// <summary>A supervisor with the phone 1003.</summary>
    internal Actor Supervisor { get; private set; } = null!;

    internal LiveCallTracker Board => Get<LiveCallTracker>();

    public async ValueTask InitializeAsync()
    {
        var pbx = Get<ConfigurationStore>().All.Single();
        Pbx = pbx.PbxId;
        var owner = Actor.System(pbx.OrganizationId, "test");
        Supervisor = new Actor(pbx.OrganizationId, Role.Supervisor, "sue@acme.example", ActorSource.Portal, new OwnExtension(Pbx, "1003"));
        var imported = await Get<ConfigurationEditor>().ImportAsync(owner, Pbx, Samples.Acme(), tryOnly: false, default);
        Assert.True(imported.Ok, imported.Failure?.Message);
        var sandbox = await Get<SandboxDomains>().CreateAsync("acme");
        (Domain, SandboxKey) = (sandbox.Domain, sandbox.ApiKey);
        var paired = await Get<PairingEditor>().PairAsync(owner, Pbx, sandbox.Domain, new Secret(sandbox.ApiKey), isSandbox: true, default);
        Assert.True(paired.Ok, paired.Failure?.Message);
        await UntilAsync(() => Get<SubscriberIndex>().ExtensionOf(Pbx, SubscriberOf("1001")) is not null);
    }

    public async ValueTask DisposeAsync() => await _portal.DisposeAsync();

    internal T Get<T>()
        where T : notnull => _portal.Services.GetRequiredService<T>();

    internal HttpClient Client(string? key = PortalHost.OwnerKey) => _portal.Client(key);

    internal HttpClient SandboxClient()
    {
        var client = _portal.Client(SandboxKey);
        client.BaseAddress = new Uri(client.BaseAddress!, $"/sandbox/api/domains/{Domain}/");
        return client;
    }

    internal Task<string> KeyAsync(string role) => _portal.KeyAsync(role, default);

    internal Task<SandboxCall> CallAsync(string to = AnnasNumber) => Get<SandboxPhone>().DialAsync(Domain, Outsider, to, SandboxDirection.Inbound);

    internal Task<SandboxCall> CallFromAsync(string extension, string to) => Get<SandboxPhone>().DialAsync(Domain, extension, to, SandboxDirection.Subscriber);

    internal async Task<IReadOnlyList<HistoryEntry>> HistoryAsync(string token)
    {
        await using var db = Get<Database>().OpenUnrestricted();
        return await db.History.AsNoTracking().Where(h => h.Key == token).OrderBy(h => h.At).ToListAsync();
    }

    internal async Task<CallDetail> DetailAsync(string token) => (await Get<CallDirectory>().GetAsync(Supervisor, Pbx, token, default)).Value!;

    /// <summary>Waits until the board shows the call so.</summary>
    internal Task UntilLiveAsync(string token, Func<LiveCall, bool> so) => UntilAsync(() => Board.Find(Pbx, token) is { } call && so(call));

    internal static async Task UntilAsync(Func<bool> condition)
    {
        while (!condition()) await Task.Delay(20, TestContext.Current.CancellationToken);
    }

    private long SubscriberOf(string extension) => Get<SandboxDomains>().All.Single(d => d.Name == Domain).Subscriber(extension)?.Id ?? -1;
}
