using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Opbx.Core.Calls;
using Opbx.Core.Calls.Live;
using Opbx.Core.Calls.Log;
using Opbx.Core.Calls.Recordings;
using Opbx.Core.Calls.Recordings.Download;
using Opbx.Core.Configuration;
using Opbx.Core.Document;
using Opbx.Core.Document.Integrations;
using Opbx.Core.Integrations;
using Opbx.Core.Integrations.Delivery;
using Opbx.Core.Integrations.Outbox;
using Opbx.Core.Organizations;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;
using Opbx.Core.Privacy;
using Opbx.Core.Reports;
using Opbx.Core.Retention;
using Opbx.Core.Routing;
using Opbx.Core.Routing.Trace;
using Opbx.Core.Shared;

namespace Opbx.Tests.Persistence;

/// <summary>Searching, retention and deletion on request say the same to PostgreSQL as to SQLite.</summary>
public sealed class PostgresCallsTests(PostgresServer server) : IClassFixture<PostgresServer>
{
    private const string Person = "+12025550143";
    private static readonly Actor Owner = new(Histories.Pbx, Role.Owner, "owner@acme.example", ActorSource.Api);
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task The_log_is_searched_and_paged()
    {
        server.Require();
        using var folder = new TempFolder();
        using var store = await FilledAsync(folder);
        await using var db = store.Database.OpenFor(Histories.Pbx);
        Task<List<string>> Found(CallQuery query) =>
            CallDirectory.Matching(db, Owner, Histories.Pbx, query).Select(c => c.Token).ToListAsync();
        Assert.Equal(["young", "old"], await Found(new CallQuery { Number = "555014" }));
        Assert.Equal(["young", "old"], await Found(new CallQuery { Number = "+1202" }));
        Assert.Equal(["other"], await Found(new CallQuery { Number = "nobody%_" }));
        Assert.Equal(["other"], await Found(new CallQuery { Extension = "1002" }));
        var first = await CallDirectory.Matching(db, Owner, Histories.Pbx, new CallQuery()).FirstAsync();
        Assert.Equal(["other", "old"], await Found(new CallQuery { Cursor = new CallCursor(first.SortKey) }));
        Assert.Equal(["other", "young"],
            await Found(new CallQuery { Cursor = new CallCursor(CallSortKey.At(Now.AddDays(-300)), Newer: true) }));
        Assert.Equal(["IX_Calls_SearchText"],
            await db.ReadAsync("SELECT indexname FROM pg_indexes WHERE indexname = 'IX_Calls_SearchText'"));
    }

    [Fact]
    public async Task Reports_know_choices_of_menus_and_leave_supervisors_out()
    {
        server.Require();
        using var folder = new TempFolder();
        using var store = await FilledAsync(folder);
        await using (var db = store.Database.OpenUnrestricted())
        {
            Over(Add(db, "chose", Person, "|1001|", Now), CallDirection.Inbound, new MenuReached("Main"),
                new OptionChosen("Main", "2", "Sales"));
            Over(Add(db, "inside", "1001", "|1001|", Now), CallDirection.Internal, Histories.Rings("1002"));
            Over(Add(db, "visit", "1003", "|1003|", Now), CallDirection.Internal, new CallJoined("chose"));
            await db.SaveChangesAsync();
        }
        var configuration = new ConfigurationStore();
        configuration.Replace(
            new PbxSnapshot(Histories.Pbx, Histories.Pbx, 1, Histories.Around.Document!, new Dictionary<ObjectRef, ObjectInfo>()));
        var directory = new ReportDirectory(store.Database, configuration);
        var range = ReportRange.UpTo(Now, 2, TimeZoneInfo.Utc);
        var report = (await directory.ReadAsync(Owner, Histories.Pbx, range, null, default)).Value!;
        Assert.Equal((2, "2"), (report.All.Total, Assert.Single(report.Choices).Digits));
        Assert.Equal(1, (await directory.MissedAsync(Owner, Histories.Pbx, range, default)).Value!.Calls);
    }

    [Fact]
    public async Task What_was_kept_long_enough_goes()
    {
        server.Require();
        using var folder = new TempFolder();
        using var store = await FilledAsync(folder);
        using var writer =
            new GroupCommitWriter(store.Database, new WriterMetrics(Meters.Factory), TimeProvider.System,
                NullLogger<GroupCommitWriter>.Instance);
        await writer.StartAsync(default);
        await new Pruning(new Removal(writer, TimeProvider.System), Options.Create(new RetentionOptions()), TimeProvider.System,
            NullLogger<Pruning>.Instance).RunAsync(default);
        await writer.StopAsync(default);
        await using var db = store.Database.OpenUnrestricted();
        Assert.Equal(["other", "young"], await db.Calls.Select(c => c.Token).Order().ToListAsync());
        Assert.Equal("", (await db.CallEvents.SingleAsync()).Body);
        Assert.Equal(DeliveryState.Pending, (await db.WebhookDeliveries.SingleAsync()).State);
    }

    [Fact]
    public async Task What_is_kept_about_a_number_is_deleted()
    {
        server.Require();
        using var folder = new TempFolder();
        using var store = await FilledAsync(folder);
        using var writer =
            new GroupCommitWriter(store.Database, new WriterMetrics(Meters.Factory), TimeProvider.System,
                NullLogger<GroupCommitWriter>.Instance);
        await writer.StartAsync(default);
        var configuration = new ConfigurationStore();
        configuration.Replace(
            new PbxSnapshot(Histories.Pbx, Histories.Pbx, 1, Histories.Around.Document!, new Dictionary<ObjectRef, ObjectInfo>()));
        await using var board = new LiveCallTracker(store.Database, TimeProvider.System, NullLogger<LiveCallTracker>.Instance);
        using var signal = new DownloadSignal();
        var eraser = new PersonalDataEraser(
            new PersonalDataFinder(store.Database, configuration, board), writer,
                new RecordingFiles(Options.Create(new PortalOptions { DataDirectory = folder.Path })),
            new MailboxIndex(store.Database, signal, configuration), TimeProvider.System, NullLogger<PersonalDataEraser>.Instance);
        var done = await eraser.EraseAsync(Owner, Person, "US", default);
        await writer.StopAsync(default);
        Assert.Equal((2, 1), (done.Value!.Counts.Calls, done.Value.Counts.Mentions));
        await using var db = store.Database.OpenUnrestricted();
        var left = await db.Calls.SingleAsync();
        Assert.Equal(("other", "[\"+*********43\"]"), (left.Token, left.Path));
    }

    [Fact]
    public async Task Nothing_is_left_of_an_organization_that_was_removed()
    {
        server.Require();
        using var folder = new TempFolder();
        using var store = await FilledAsync(folder);
        using var writer =
            new GroupCommitWriter(store.Database, new WriterMetrics(Meters.Factory), TimeProvider.System,
                NullLogger<GroupCommitWriter>.Instance);
        await writer.StartAsync(default);
        await using var db = store.Database.OpenUnrestricted();
        await TenantRows.AddAsync(db, Histories.Pbx);
        var removal = new Removal(writer, TimeProvider.System);
        foreach (var table in TenantRows.Tables(db).OrderByDescending(t => t.GetForeignKeys().Count()))
        {
            Assert.True(TenantRows.Count(db, table, Histories.Pbx) > 0);
            Assert.True(await removal.AllAsync((context, stop) => OrganizationEraser.BatchOf(table.ClrType)(context, Histories.Pbx, stop),
                default) > 0);
            Assert.Equal(0, TenantRows.Count(db, table, Histories.Pbx));
        }
        await writer.StopAsync(default);
    }

    private async Task<StoreAt> FilledAsync(TempFolder folder)
    {
        var store = new StoreAt(folder.Path, DatabaseProvider.Postgres, server.NewDatabase());
        await store.StartAsync();
        await using var db = store.Database.OpenUnrestricted();
        Add(db, "old", Person, "|1001|", Now.AddDays(-401));
        Add(db, "young", Person, "|1001|", Now.AddDays(-20));
        Add(db, "other", "nobody%_", "|1001|1002|", Now.AddDays(-30)).Path = $"[\"{Person}\"]";
        Told(db, "told", DeliveryState.Delivered);
        Told(db, "waiting", DeliveryState.Pending);
        await db.SaveChangesAsync();
        return store;
    }

    private static Call Add(OpbxDbContext db, string token, string from, string extensions, DateTimeOffset at)
    {
        var call = new Call {
            Id = StableId.OfCall(Histories.Pbx, token), OrganizationId = Histories.Pbx, PbxId = Histories.Pbx,
            Token = token, From = from, FromDigits = CallTexts.Digits(from), Extensions = extensions, StartedAt = at, EndedAt = at
        };
        CallSortKey.Update(call);
        db.Calls.Add(call);
        db.CallStages.Add(
            new CallStage {
                Id = Guid.NewGuid(), OrganizationId = Histories.Pbx, CallId = call.Id, Number = 1, At = at, Trace = "[]",
                Cxml = "<Response/>"
            });
        db.CallEvents.Add(
            new CallEvent {
                Id = Guid.NewGuid(), OrganizationId = Histories.Pbx, PbxId = Histories.Pbx, CallId = call.Id,
                Discriminator = token, ReceivedAt = at, Body = "{}"
            });
        return call;
    }

    private static void Over(Call call, CallDirection direction, params RoutingEvent[] events) =>
        (call.Direction, call.Disposition, call.Facts) =
            (direction, Disposition.Missed, Histories.Fold([Histories.Stage(1, direction, events)]).Call.Facts);

    private static void Told(OpbxDbContext db, string key, DeliveryState state)
    {
        var at = Now.AddDays(-40);
        var ids = new SortableIds(new FakeTimeProvider(at));
        var occurred =
            new IntegrationEvent {
                Id = ids.Next("msg_"), OrganizationId = Histories.Pbx, PbxId = Histories.Pbx,
                Trigger = Trigger.CallEnded, SourceKey = key, OccurredAt = at, Values = "{}", Scope = "{}"
            };
        db.IntegrationEvents.Add(occurred);
        db.WebhookDeliveries.Add(
            new WebhookDelivery {
                Id = ids.Next("dlv_"), OrganizationId = Histories.Pbx, IntegrationId = Histories.Pbx,
                EventId = occurred.Id, KindKey = "live", State = state, CreatedAt = at, DueAt = at
            });
    }
}
