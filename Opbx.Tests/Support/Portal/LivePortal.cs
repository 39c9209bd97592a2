using Microsoft.EntityFrameworkCore;
using Opbx.Core.Audit;
using Opbx.Core.Calls.Live;
using Opbx.Core.Calls.Log;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;
using Opbx.Portal.Sandbox;
using Opbx.Portal.Sandbox.Calls;

namespace Opbx.Tests.Support.Portal;

/// <summary>The whole portal with the sample PBX, paired with its own sandbox over HTTP; phones of four people.</summary>
public sealed class LivePortal() : TestPortal(PortalSetup.Production.WithSandbox().Seeded(Samples.Acme()).Paired())
{
    public const string Outsider = "+12025550143";
    public const string AnnasNumber = "+12125550101";

    /// <summary>A supervisor with the phone 1003.</summary>
    internal Actor Supervisor =>
        new(Owner.OrganizationId, Role.Supervisor, "sue@acme.example", ActorSource.Portal, new OwnExtension(Pbx, "1003"));

    internal LiveCallTracker Board => Get<LiveCallTracker>();

    internal HttpClient SandboxClient()
    {
        var client = Client(SandboxDomain.Key);
        client.BaseAddress = new Uri(client.BaseAddress!, $"/sandbox/api/domains/{SandboxDomain.Name}/");
        return client;
    }

    internal Task<SandboxCall> CallAsync(string to = AnnasNumber) =>
        Get<SandboxSoftphone>().DialAsync(SandboxDomain.Name, Outsider, to, SandboxDirection.Inbound);

    internal Task<SandboxCall> CallFromAsync(string extension, string to) =>
        Get<SandboxSoftphone>().DialAsync(SandboxDomain.Name, extension, to, SandboxDirection.Subscriber);

    internal async Task<IReadOnlyList<HistoryEntry>> HistoryAsync(string token)
    {
        await using var db = Get<Database>().OpenUnrestricted();
        return await db.History.AsNoTracking().Where(h => h.Key == token).OrderBy(h => h.At).ToListAsync();
    }

    internal async Task<CallDetail> DetailAsync(string token) =>
        (await Get<CallDirectory>().GetAsync(Supervisor, Pbx, token, default)).Value!;

    /// <summary>Waits until the board shows the call so.</summary>
    internal Task UntilLiveAsync(string token, Func<LiveCall, bool> so) => UntilAsync(() => Board.Find(Pbx, token) is { } call && so(call));

    internal static async Task UntilAsync(Func<bool> condition)
    {
        while (!condition()) await Task.Delay(20, TestContext.Current.CancellationToken);
    }
}
