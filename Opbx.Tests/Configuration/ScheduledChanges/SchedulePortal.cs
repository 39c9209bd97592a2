using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Opbx.Core.Configuration;
using Opbx.Core.Configuration.ScheduledChanges;
using Opbx.Core.Document;
using Opbx.Core.Document.Extensions;
using Opbx.Core.Document.Simulation;
using Opbx.Core.Notices;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;
using Opbx.Core.Simulation;
using Opbx.Core.Users;

namespace Opbx.Tests.Configuration.ScheduledChanges;

/// <summary>A whole portal whose clock for scheduled changes is moved by hand, and what people plan on it.</summary>
public abstract class SchedulePortal : IAsyncLifetime
{
    protected static readonly CancellationToken Cancel = CancellationToken.None;

    private protected SchedulePortal()
    {
        // Some days ahead, so that the portal's own clock never gets there while the test runs.
        var now = TimeProvider.System.GetUtcNow();
        Start = new DateTimeOffset(now.Year, now.Month, now.Day, 9, 0, 0, TimeSpan.Zero).AddDays(10);
    }

    private protected DateTimeOffset Start { get; }
    private protected TestPortal Portal { get; private set; } = default!;
    private protected HttpClient Client { get; private set; } = default!;
    private protected Guid Pbx { get; private set; }
    private protected Actor Owner { get; private set; } = default!;

    public async ValueTask InitializeAsync()
    {
        Portal = await TestPortal.StartAsync(PortalSetup.Production.Seeded(Samples.Acme()));
        Client = Portal.Client();
        (Pbx, Owner) = (Portal.Pbx, new Actor(Portal.Owner.OrganizationId, Role.Owner, "anna@acme.example", ActorSource.Portal));
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Portal.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected UserExtension Anna => Person("1001");

    private protected UserExtension Person(string number) =>
        (UserExtension)Portal.Get<ConfigurationStore>().Find(Pbx)!.Document.Find(ObjectKind.Extensions, number)!;

    private protected IEnumerable<string?> Members(string group) => Portal.Get<ConfigurationStore>()
        .Find(Pbx)!.Document.RingGroups.Single(g => g.Name == group).Members.Select(m => m.Extension);

    private protected async Task PlanAsync(string title, DateTimeOffset from, DateTimeOffset? until,
        Func<UserExtension, UserExtension> change)
    {
        var planned = await TryAsync(title, from, until, change);
        Assert.True(planned.Ok, planned.Failure?.Message);
    }

    private protected Task<Core.Shared.Result<ScheduledChange>> TryAsync(string title, DateTimeOffset from, DateTimeOffset? until,
        Func<UserExtension, UserExtension> change) =>
        Portal.Get<ScheduledChangeEditor>()
            .PlanAsync(Owner, Pbx, new ScheduleInput(title, from, until), present => With(present.Document, change), Cancel);

    private static PbxDocument With(PbxDocument document, Func<UserExtension, UserExtension> change) =>
        document with { Extensions = [.. document.Extensions.Select(e => e is UserExtension { Number: "1001" } user ? change(user) : e)] };

    private protected async Task ChangeAsync(Func<UserExtension, UserExtension> change) =>
        Assert.True((await Portal.Get<ConfigurationEditor>()
            .ReplaceAsync(Owner, Pbx, ObjectKind.Extensions, "1001", change(Anna), null, Cancel)).Ok);

    private protected Task RunAsync(DateTimeOffset now, ComingChanges? coming = null)
    {
        var runner = new ScheduledChangeRunner(Portal.Get<Database>(), Portal.Get<ConfigurationWriter>(),
    coming ?? Portal.Get<ComingChanges>(), Portal.Get<NoticeStore>(), new FakeTimeProvider(now),
    NullLogger<ScheduledChangeRunner>.Instance);
        return runner.RunDueAsync(Cancel);
    }

    private protected async Task<IReadOnlyList<ScheduledChange>> ListAsync() =>
        (await Portal.Get<ScheduledChangeDirectory>()
            .ListAsync(Owner, Pbx, null, new Core.Shared.ListQuery(), Cancel)).Value!.Items;

    private protected IReadOnlyList<string> Rings(DateTimeOffset at)
    {
        var result = Portal.Get<SimulationRunner>()
            .Run(Owner, Pbx, new SimulationRequest { From = "+12025550143", To = "+12125550101", At = at });
        return result.Value!.Waits.First(w => w.Kind == SimulationWaitKind.Ring).Targets;
    }

    private protected async Task<Actor> UserOfAsync(string number)
    {
        await using var db = Portal.Get<Database>().OpenFor(Owner.OrganizationId);
        var user = await db.Users.SingleAsync(Cancel);
        (user.PbxId, user.Extension) = (Pbx, number);
        await db.SaveChangesAsync(Cancel);
        return new Actor(Owner.OrganizationId, Role.User, "anna@acme.example", ActorSource.Portal, new OwnExtension(Pbx, number),
            user.Id);
    }
}
