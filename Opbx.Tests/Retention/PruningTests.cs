using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Opbx.Core.Audit;
using Opbx.Core.Calls;
using Opbx.Core.Calls.Log;
using Opbx.Core.Document.Integrations;
using Opbx.Core.Integrations;
using Opbx.Core.Integrations.Delivery;
using Opbx.Core.Integrations.Outbox;
using Opbx.Core.Persistence;
using Opbx.Core.Retention;

namespace Opbx.Tests.Retention;

/// <summary>What has been kept long enough goes, what is younger stays, and nothing takes the store away for long.</summary>
public sealed class PruningTests
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task Old_calls_go_with_all_that_belongs_to_them_and_young_ones_stay()
    {
        await using var bench = await CallBench.OpenAsync();
        await StoreAsync(bench, db =>
        {
            AddCall(db, "old", Now.AddDays(-401));
            AddCall(db, "young", Now.AddDays(-399));
        });
        await RunAsync(bench, new RetentionOptions { EventDays = 0, RawBodyDays = 0 });
        await using var db = bench.Database.OpenUnrestricted();
        Assert.Equal("young", (await db.Calls.SingleAsync()).Token);
        Assert.Equal(1, await db.CallStages.CountAsync());
        Assert.Equal(1, await db.CallEvents.CountAsync());
        Assert.Single(await db.ReadAsync("""SELECT rowid FROM "CallSearch" WHERE "CallSearch" MATCH '"555"'"""));
    }

    [Fact]
    public async Task Calls_of_a_deleted_pbx_go_whatever_their_age()
    {
        await using var bench = await CallBench.OpenAsync();
        await StoreAsync(bench, db =>
        {
            AddCall(db, "young", Now.AddDays(-1));
            var pbx = db.ChangeTracker.Entries<Call>().Single().Entity.PbxId;
            db.History.Add(
                new HistoryEntry {
                    Id = Guid.NewGuid(), PbxId = pbx, At = Now, Actor = "anna", Kind = "pbx", Key = "Main",
                    Action = ChangeAction.Deleted
                });
        });
        await RunAsync(bench, new RetentionOptions());
        await using var db = bench.Database.OpenUnrestricted();
        Assert.Equal(0, await db.Calls.CountAsync() + await db.CallStages.CountAsync() + await db.CallEvents.CountAsync());
    }

    [Fact]
    public async Task Bodies_go_first_then_messages_and_the_call_tells_the_same()
    {
        await using var bench = await CallBench.OpenAsync();
        await StoreAsync(bench, db =>
        {
            var call = AddCall(db, "call", Now.AddDays(-40));
            AddMessage(db, call, "month", Now.AddDays(-31));
            AddMessage(db, call, "week", Now.AddDays(-8));
            AddMessage(db, call, "fresh", Now.AddDays(-6));
        });
        await RunAsync(bench, new RetentionOptions());
        await using var db = bench.Database.OpenUnrestricted();
        var left = await db.CallEvents.OrderBy(e => e.ReceivedAt).Select(e => $"{e.Discriminator}:{e.Body}").ToListAsync();
        Assert.Equal(["week:", "fresh:{\"month\":1}"], left);
        Assert.Equal(1, await db.Calls.CountAsync());
    }

    [Fact]
    public async Task Deliveries_that_are_over_go_with_their_events_and_what_waits_stays()
    {
        await using var bench = await CallBench.OpenAsync();
        await StoreAsync(bench, db =>
        {
            AddDelivery(db, "told", Now.AddDays(-31), DeliveryState.Delivered);
            AddDelivery(db, "given-up", Now.AddDays(-31), DeliveryState.Failed);
            AddDelivery(db, "waiting", Now.AddDays(-31), DeliveryState.Pending);
            AddDelivery(db, "young", Now.AddDays(-29), DeliveryState.Delivered);
            AddDelivery(db, "again", Now.AddDays(-31), DeliveryState.Delivered, deliveredAt: Now.AddDays(-1));
            AddEvent(db, "told-nobody", Now.AddDays(-31));
            AddEvent(db, "young-told-nobody", Now.AddDays(-29));
        });
        await RunAsync(bench, new RetentionOptions());
        await using var db = bench.Database.OpenUnrestricted();
        Assert.Equal(["again", "waiting", "young"], await db.WebhookDeliveries.Select(d => d.Event!.SourceKey).Order().ToListAsync());
        Assert.Equal(["again", "waiting", "young", "young-told-nobody"], await db.IntegrationEvents.Select(e => e.SourceKey).Order()
            .ToListAsync());
        Assert.Equal(3, await db.DeliveryAttempts.CountAsync());
    }

    [Fact]
    public async Task A_batch_is_small_however_much_is_due_and_the_run_takes_all()
    {
        await using var bench = await CallBench.OpenAsync();
        const int Due = Batches.Size + 7;
        await StoreAsync(bench, db =>
        {
            for (var i = 0; i < Due; i++) AddCall(db, i.ToString(CultureInfo.InvariantCulture), Now.AddDays(-500).AddMinutes(i));
        });
        await using var db = bench.Database.OpenUnrestricted();
        Assert.Equal(Batches.Size, await Batches.BodiesAsync(db, Now.AddDays(-400), default));
        Assert.Equal(Batches.Calls, await Batches.CallsAsync(db, Now.AddDays(-400), default));
        Assert.Equal(Due - Batches.Calls, await db.Calls.CountAsync());
        Assert.Equal("20", await db.Calls.OrderBy(c => c.SortKey).Select(c => c.Token).FirstAsync());
        await RunAsync(bench, new RetentionOptions());
        Assert.Equal((0, 0, 0), (await db.Calls.CountAsync(), await db.CallStages.CountAsync(), await db.CallEvents.CountAsync()));
    }

    [Fact]
    public async Task Zero_days_keep_everything_for_ever()
    {
        await using var bench = await CallBench.OpenAsync();
        await StoreAsync(bench, db =>
        {
            AddCall(db, "old", Now.AddDays(-5000));
            AddDelivery(db, "told", Now.AddDays(-5000), DeliveryState.Delivered);
        });
        await RunAsync(bench, new RetentionOptions { CallDays = 0, EventDays = 0, DeliveryDays = 0, RawBodyDays = 0 });
        await using var db = bench.Database.OpenUnrestricted();
        Assert.NotEqual("", (await db.CallEvents.SingleAsync()).Body);
        Assert.Equal((1, 1, 1),
            (await db.Calls.CountAsync(), await db.WebhookDeliveries.CountAsync(), await db.IntegrationEvents.CountAsync()));
    }

    [Fact]
    public async Task The_space_of_what_is_gone_is_given_back()
    {
        await using var bench = await CallBench.OpenAsync();
        await StoreAsync(bench, db =>
        {
            for (var i = 0; i < 200; i++)
                AddMessage(db, new Call { Id = Guid.NewGuid(), Token = "t" }, $"{i}", Now.AddDays(-40), new string('x', 20_000));
        });
        await using var db = bench.Database.OpenUnrestricted();
        var before = int.Parse((await db.ReadAsync("PRAGMA page_count"))[0], CultureInfo.InvariantCulture);
        await RunAsync(bench, new RetentionOptions());
        var after = int.Parse((await db.ReadAsync("PRAGMA page_count"))[0], CultureInfo.InvariantCulture);
        Assert.True(after < before - 400, $"{before} pages became {after}");
    }

    [Theory]
    [InlineData("calls", "IX_Calls_SortKey")]
    [InlineData("messages", "IX_CallEvents_ReceivedAt")]
    [InlineData("bodies", "IX_CallEvents_WithBody")]
    [InlineData("deliveries", "PK_WebhookDeliveries|sqlite_autoindex_WebhookDeliveries")]
    [InlineData("events", "PK_IntegrationEvents|sqlite_autoindex_IntegrationEvents")]
    public async Task What_is_due_is_found_along_an_index(string kind, string indexes)
    {
        await using var bench = await CallBench.OpenAsync(running: false);
        var statements = new List<string>();
        await using var db =
            new OpbxDbContext(
                ((DbContextOptionsBuilder<OpbxDbContext>)new DbContextOptionsBuilder<OpbxDbContext>()
                    .UseStore(Opbx.Core.Shared.DatabaseProvider.Sqlite, bench.Connection)
                    .AddInterceptors(new PlanReader(statements))).Options) { Unrestricted = true };
        await (kind switch {
            "calls" => Batches.CallsAsync(db, Now, default),
            "messages" => Batches.MessagesAsync(db, Now, default),
            "bodies" => Batches.BodiesAsync(db, Now, default),
            "deliveries" => Batches.DeliveriesAsync(db, Now, default),
            _ => Batches.EventsAsync(db, Now, default),
        });
        Assert.NotEmpty(statements);
        Assert.DoesNotContain(statements, s => s.StartsWith("SCAN", StringComparison.Ordinal)
            || s.Contains("TEMP B-TREE", StringComparison.Ordinal));
        Assert.Contains(statements, s => indexes.Split('|').Any(i => s.Contains(i, StringComparison.Ordinal)));
    }

    private static async Task RunAsync(CallBench bench, RetentionOptions options) =>
        await new Pruning(new Removal(bench.Writer, TimeProvider.System), Options.Create(options), TimeProvider.System,
            NullLogger<Pruning>.Instance).RunAsync(default);

    private static async Task StoreAsync(CallBench bench, Action<OpbxDbContext> add)
    {
        await using var db = bench.Database.OpenUnrestricted();
        add(db);
        await db.SaveChangesAsync();
    }

    private static Call AddCall(OpbxDbContext db, string token, DateTimeOffset at)
    {
        var call = new Call {
            Id = StableId.OfCall(Histories.Pbx, token), OrganizationId = Histories.Pbx, PbxId = Histories.Pbx,
            Token = token, From = "+12025550143", FromDigits = "12025550143", StartedAt = at, LastNewsAt = at, EndedAt = at
        };
        CallSortKey.Update(call);
        db.Calls.Add(call);
        db.CallStages.Add(
            new CallStage {
                Id = Guid.NewGuid(), OrganizationId = Histories.Pbx, CallId = call.Id, Number = 1, At = at, Trace = "[]",
                Cxml = "<Response/>"
            });
        if (token != "call") AddMessage(db, call, "first", at);
        return call;
    }

    private static void AddMessage(OpbxDbContext db, Call call, string name, DateTimeOffset at, string body = "{\"month\":1}") =>
        db.CallEvents.Add(
            new CallEvent {
                Id = Guid.NewGuid(), OrganizationId = Histories.Pbx, PbxId = Histories.Pbx, CallId = call.Id,
                Discriminator = name, ReceivedAt = at, Body = body
            });

    private static IntegrationEvent AddEvent(OpbxDbContext db, string key, DateTimeOffset at)
    {
        var occurred =
            new IntegrationEvent {
                Id = new SortableIds(new FakeTimeProvider(at)).Next("msg_"), OrganizationId = Histories.Pbx,
                PbxId = Histories.Pbx, Trigger = Trigger.CallEnded, SourceKey = key, OccurredAt = at, Values = "{}", Scope = "{}"
            };
        db.IntegrationEvents.Add(occurred);
        return occurred;
    }

    private static void AddDelivery(OpbxDbContext db, string key, DateTimeOffset at, DeliveryState state,
        DateTimeOffset? deliveredAt = null)
    {
        var made = deliveredAt ?? at;
        var delivery =
            new WebhookDelivery {
                Id = new SortableIds(new FakeTimeProvider(made))
                .Next("dlv_"), OrganizationId = Histories.Pbx, IntegrationId = Histories.Pbx, EventId = AddEvent(db, key, at).Id,
                KindKey = "live", State = state, CreatedAt = made, DueAt = made
            };
        db.WebhookDeliveries.Add(delivery);
        db.DeliveryAttempts.Add(new DeliveryAttempt { OrganizationId = Histories.Pbx, DeliveryId = delivery.Id, Number = 1, At = made });
    }
}
