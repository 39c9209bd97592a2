using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Opbx.Core.Configuration;
using Opbx.Core.Document;
using Opbx.Core.Document.Integrations;
using Opbx.Core.Document.Settings;
using Opbx.Core.Integrations.Account;
using Opbx.Core.Integrations.Delivery;
using Opbx.Core.Integrations.Outbox;
using Opbx.Core.Notices;
using Opbx.Core.Permissions;
using Opbx.Core.Shared;
using Opbx.Portal.Features.Integrations;

namespace Opbx.Tests.Integrations;

/// <summary>Sending a filtered part of the log again, what was missed, and how an integration was over the day.</summary>
public sealed class SendAgainTests
{
    private static Actor Admin(Delivering all, Role role = Role.Admin) =>
        new(all.Catalogue.Organization, role, "anna@acme.example", ActorSource.Portal);

    private static DeliveryEditor Editor(Delivering all, Guid id)
    {
        var store = new ConfigurationStore();
        var definition = all.Catalogue.Find(id)!.Definition;
        var info = new Dictionary<ObjectRef, ObjectInfo> {
            [new ObjectRef("integrations", definition.Name)] =
            new(id, 1, Sample.Now, Sample.Now)
        };
        store.Replace(
            new PbxSnapshot(all.Catalogue.Pbx, all.Catalogue.Organization, 1,
                new PbxDocument { Pbx = new PbxSettings { Name = "acme" }, Integrations = [definition] }, info));
        return new DeliveryEditor(all.Database, new IntegrationLookup(store, new AccountIntegrationStore()), all.Ids, all.Signal,
            TimeProvider.System);
    }

    private static ReplayRange Day(bool onlyMissed) =>
        new() {
            After = TimeProvider.System.GetUtcNow().AddHours(-12), Before = TimeProvider.System.GetUtcNow()
            .AddHours(12), OnlyMissed = onlyMissed
        };

    [Fact]
    public async Task What_matches_is_sent_again_each_event_once()
    {
        await using var receiver = Receiver.InOrder(Receiver.Status(200));
        await using var all = await Delivering.CreateAsync();
        var id = all.Catalogue.Add(Sample.Webhook(Trigger.CallEnded, Trigger.CallMissed) with { Url = receiver.Url });
        await all.OccurAsync("first");
        await all.OccurAsync("second", Trigger.CallMissed);
        var query = new DeliveryQuery { Trigger = Trigger.CallMissed };
        var counted =
            await Editor(all, id).RedeliverAllAsync(Admin(all), all.Catalogue.Pbx, "CRM", query, CancellationToken.None, tryOnly: true);
        Assert.Equal(new Replay(null, 1), counted.Value);
        Assert.Equal(2, (await all.DeliveriesAsync()).Count);
        for (var i = 0; i < 2; i++)
            Assert.Equal(1,
                (await Editor(all, id)
                    .RedeliverAllAsync(Admin(all), all.Catalogue.Pbx, "CRM", query, CancellationToken.None)).Value!.Deliveries);
        var made = (await all.DeliveriesAsync()).Skip(2).ToList();
        Assert.Equal([(DeliveryKind.Resend, "second"), (DeliveryKind.Resend, "second")], made.Select(d => (d.Kind, d.Event!.CallUuid!)));
        Assert.Equal(FailureKind.Forbidden,
            (await Editor(all, id)
                .RedeliverAllAsync(Admin(all, Role.Reporter), all.Catalogue.Pbx, "CRM", query, CancellationToken.None)).Failure!.Kind);
    }

    [Fact]
    public async Task What_was_missed_is_what_neither_arrived_nor_waits()
    {
        await using var receiver = new Receiver();
        await using var all = await Delivering.CreateAsync();
        var id = all.Catalogue.Add(Sample.Webhook(Trigger.CallEnded) with { Url = receiver.Url });
        await all.StartAsync();
        await all.OccurAsync("arrived");
        await all.OverAsync();
        all.Catalogue.Change(id, i => i with { Active = false });
        await all.OccurAsync("switched off");
        all.Catalogue.Change(id, i => i with { Active = true });
        Assert.Equal(2,
            (await Editor(all, id)
                .ReplayAsync(Admin(all), all.Catalogue.Pbx, "CRM", Day(onlyMissed: false), CancellationToken.None,
                    tryOnly: true)).Value!.Deliveries);
        Assert.Equal(1,
            (await Editor(all, id)
                .ReplayAsync(Admin(all), all.Catalogue.Pbx, "CRM", Day(onlyMissed: true), CancellationToken.None)).Value!.Deliveries);
        await all.OverAsync();
        Assert.Equal(["arrived", "switched off"], (await all.DeliveriesAsync()).Select(d => d.Event!.CallUuid));
        Assert.Equal("true", receiver.All[^1].Headers["opbx-backfill"].Single());
        Assert.Equal(0,
            (await Editor(all, id)
                .ReplayAsync(Admin(all), all.Catalogue.Pbx, "CRM", Day(onlyMissed: true), CancellationToken.None)).Value!.Deliveries);
    }

    [Fact]
    public async Task The_day_is_counted_by_hour_and_attempts_are_timed()
    {
        await using var receiver = new Receiver();
        await using var all = await Delivering.CreateAsync();
        var id = all.Catalogue.Add(Sample.Webhook(Trigger.CallEnded) with { Url = receiver.Url });
        await all.StartAsync();
        await all.OccurAsync("first");
        await all.OverAsync();
        await all.OccurAsync("second");
        await all.OverAsync();
        var brakes = new Brakes();
        var health = new DeliveryHealth(all.Database, brakes, TimeProvider.System);
        var hours = (await health.HoursOfAsync(Admin(all), [id], CancellationToken.None)).Value![id];
        Assert.Equal((DeliveryHealth.Hours, 2), (hours.Count, hours.Sum(h => h.Delivered)));
        Assert.Equal(2, hours.TakeLast(2).Sum(h => h.Delivered));
        var summary = (await health.SummaryAsync(Admin(all), id, CancellationToken.None)).Value!;
        Assert.Equal((0, null), (summary.Waiting, summary.OldestWaiting));
        Assert.NotNull(summary.MedianMs);
        Assert.Null(HealthText.Brake(summary, null));
        brakes.Until = TimeProvider.System.GetUtcNow().AddMinutes(5);
        Assert.Contains("left alone until",
            HealthText.Brake((await health.SummaryAsync(Admin(all), id, CancellationToken.None)).Value!, null), StringComparison.Ordinal);
        (brakes.Until, brakes.CutOff) = (TimeProvider.System.GetUtcNow().AddMinutes(-1), true);
        var cut = (await health.SummaryAsync(Admin(all), id, CancellationToken.None)).Value!;
        Assert.Null(cut.LeftAloneUntil);
        Assert.Contains("our side", HealthText.Brake(cut, null), StringComparison.Ordinal);
        var attempts = await all.AttemptsAsync();
        Assert.All(attempts, a => Assert.True(a.Timing is { Wait: not null, Body: not null, Tls: null }));
        Assert.NotNull(attempts[0].Timing!.Connect);
        Assert.Null(attempts[1].Timing!.Connect);
    }

    [Fact]
    public async Task When_too_much_waits_new_deliveries_are_kept_as_shed_and_sent_when_asked_for()
    {
        await using var receiver = new Receiver();
        await using var all = await Delivering.CreateAsync();
        var id = all.Catalogue.Add(Sample.Webhook(Trigger.CallEnded, Trigger.SystemAlert) with { Url = receiver.Url, Paused = true });
        var board = new NoticeStore(all.Database, TimeProvider.System);
        var job = new BacklogJob(all.Database, all.Backlog, board, Options.Create(new PortalOptions()), TimeProvider.System,
            NullLogger<BacklogJob>.Instance);
        await all.OccurAsync("first");
        await job.CountAsync(2, CancellationToken.None);
        await all.OccurAsync("second");
        await job.CountAsync(2, CancellationToken.None);
        await all.OccurAsync("third");
        Assert.Equal([DeliveryState.Pending, DeliveryState.Pending, DeliveryState.Failed], (await all.DeliveriesAsync()).OrderBy(d => d.Id)
            .Select(d => d.State));
        Assert.Equal(Outcome.Shed, (await all.DeliveriesAsync()).MaxBy(d => d.Id)!.LastOutcome);
        Assert.True(all.Backlog.Sheds(all.Catalogue.Organization, Trigger.CallEnded));
        Assert.False(all.Backlog.Sheds(all.Catalogue.Organization, Trigger.SystemAlert));
        Assert.False(all.Backlog.Sheds(Guid.NewGuid(), Trigger.CallEnded));
        Assert.Contains("New ones are not queued", Assert.Single(await board.OpenAsync(Admin(all), CancellationToken.None)).Text,
            StringComparison.Ordinal);

        all.Catalogue.Change(id, i => i with { Paused = false });
        await all.StartAsync();
        await all.OverAsync();
        await job.CountAsync(2, CancellationToken.None);
        Assert.False(all.Backlog.Sheds(all.Catalogue.Organization, Trigger.CallEnded));
        Assert.Equal(1,
            (await Editor(all, id)
                .ReplayAsync(Admin(all), all.Catalogue.Pbx, "CRM", Day(onlyMissed: true), CancellationToken.None)).Value!.Deliveries);
        await all.OverAsync();
        Assert.Equal(["first", "second", "third"], (await all.DeliveriesAsync()).Where(d => d.State == DeliveryState.Delivered)
            .Select(d => d.Event!.CallUuid).Order());
    }

    private sealed class Brakes : ILaneStates
    {
        public bool CutOff { get; set; }
        public DateTimeOffset? Until { get; set; }

        public DateTimeOffset? PausedUntil(Guid integration) => Until;
    }
}
