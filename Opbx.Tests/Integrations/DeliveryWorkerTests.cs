using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Opbx.Core.Document.Integrations;
using Opbx.Core.Integrations.Delivery;
using Opbx.Core.Persistence.Tenancy;

namespace Opbx.Tests.Integrations;

public sealed class DeliveryWorkerTests
{
    [Fact]
    public async Task Events_arrive_once_and_in_order()
    {
        await using var receiver = new Receiver();
        await using var all = await Delivering.CreateAsync();
        all.Catalogue.Add(Sample.To(receiver));
        await all.StartAsync();
        await all.OccurAsync(30);
        await all.OverAsync();
        Assert.Equal((await all.DeliveriesAsync()).Select(d => d.EventId), receiver.All.Select(r => r.Id));
        Assert.All(await all.DeliveriesAsync(), d => Assert.Equal((DeliveryState.Delivered, 1), (d.State, d.Attempts)));
    }

    [Fact]
    public async Task A_failing_receiver_is_tried_again_with_the_same_event_and_a_fresh_signature()
    {
        await using var receiver = Receiver.InOrder(Receiver.Status(500), Receiver.Status(503), Receiver.Status(200));
        await using var all = await Delivering.CreateAsync();
        all.Catalogue.Add(Sample.To(receiver));
        await all.StartAsync();
        await all.OccurAsync("call");
        await all.OverAsync();
        Assert.Equal(3, receiver.All.Count);
        Assert.Single(receiver.All.Select(r => r.Id).Distinct());
        Assert.Single(receiver.All.Select(r => r.Body).Distinct());
        Assert.All(receiver.All, r => Assert.Equal(
            WebhookSignature.Sign([Sample.Secret], r.Id, long.Parse(r.Headers["webhook-timestamp"].Single(), CultureInfo.InvariantCulture),
                System.Text.Encoding.UTF8.GetBytes(r.Body)),
            r.Headers["webhook-signature"].Single()));
        Assert.Equal([(1, Outcome.Http5xx, 500), (2, Outcome.Http5xx, 503), (3, Outcome.Ok, 200)], (await all.AttemptsAsync())
            .Select(a => (a.Number, a.Outcome, a.Status!.Value)));
    }

    [Fact]
    public async Task What_the_receiver_asks_to_wait_is_waited()
    {
        await using var receiver = Receiver.InOrder(Receiver.Status(429, "Retry-After: 1\r\n"), Receiver.Status(200));
        await using var all = await Delivering.CreateAsync();
        all.Catalogue.Add(Sample.To(receiver));
        await all.StartAsync();
        await all.OccurAsync("call");
        await all.OverAsync();
        var attempts = await all.AttemptsAsync();
        Assert.InRange((attempts[1].At - attempts[0].At).TotalMilliseconds, 990, 10_000);
    }

    [Fact]
    public async Task A_delivery_is_given_up_after_the_last_attempt()
    {
        await using var receiver = new Receiver(Receiver.Status(500));
        await using var all = await Delivering.CreateAsync();
        all.Options.Value.RetryScale = 0;
        all.Catalogue.Add(Sample.To(receiver));
        await all.StartAsync();
        await all.OccurAsync("call");
        await all.OverAsync();
        Assert.Equal(11, receiver.All.Count);
        Assert.Equal(DeliveryState.Failed, Assert.Single(await all.DeliveriesAsync()).State);
    }

    [Fact]
    public async Task Stopping_and_starting_loses_nothing()
    {
        await using var receiver = new Receiver();
        await using var all = await Delivering.CreateAsync();
        all.Catalogue.Add(Sample.To(receiver));
        await all.StartAsync();
        await all.OccurAsync(10, "first");
        await all.StopAsync();
        await all.OccurAsync(10, "while stopped");
        await all.StartAsync();
        await all.OverAsync();
        Assert.Equal((await all.DeliveriesAsync()).Select(d => d.EventId), receiver.All.Select(r => r.Id));
    }

    [Fact]
    public async Task What_a_killed_process_had_claimed_is_sent_by_the_next()
    {
        await using var receiver = new Receiver();
        await using var all = await Delivering.CreateAsync();
        all.Catalogue.Add(Sample.To(receiver));
        await all.OccurAsync("call");
        var killed = new DeliveryClaims(all.Database, all.Catalogue, new SuspendedOrganizations(all.Database), TimeProvider.System);
        Assert.Equal(1, await killed.FillAsync(new Lanes(all.Options), CancellationToken.None));
        Assert.Equal(0, await new DeliveryClaims(all.Database, all.Catalogue, new SuspendedOrganizations(all.Database), TimeProvider.System)
            .FillAsync(new Lanes(all.Options), CancellationToken.None));
        await all.StartAsync();
        await all.OverAsync();
        Assert.Single(receiver.All);
    }

    [Fact]
    public async Task Deliveries_of_a_suspended_organization_wait_until_it_is_in_service_again()
    {
        await using var receiver = new Receiver();
        await using var all = await Delivering.CreateAsync();
        all.Catalogue.Add(Sample.To(receiver));
        var organization = new Organization { Id = all.Catalogue.Organization, Name = "Acme", TimeZone = "UTC", Active = false };
        await using (var db = all.Database.OpenUnrestricted())
        {
            db.Add(organization);
            await db.SaveChangesAsync();
        }
        await all.OccurAsync("call");
        var suspended = new SuspendedOrganizations(all.Database);
        await suspended.LoadAsync(CancellationToken.None);
        var claims = new DeliveryClaims(all.Database, all.Catalogue, suspended, TimeProvider.System);
        Assert.Equal(0, await claims.FillAsync(new Lanes(all.Options), CancellationToken.None));
        Assert.Equal(DeliveryState.Pending, Assert.Single(await all.DeliveriesAsync()).State);

        await using (var db =
            all.Database.OpenUnrestricted()) await db.Organizations.ExecuteUpdateAsync(set => set.SetProperty(o => o.Active, true));
        await suspended.LoadAsync(CancellationToken.None);
        Assert.Equal(1, await claims.FillAsync(new Lanes(all.Options), CancellationToken.None));
    }

    [Fact]
    public async Task A_receiver_that_never_answers_does_not_delay_the_others()
    {
        await using var dead = new Receiver((_, _, cancel) => Task.Delay(Timeout.Infinite, cancel));
        await using var alive = new Receiver();
        await using var all = await Delivering.CreateAsync(new SendLimits { Total = TimeSpan.FromSeconds(60), Grace = TimeSpan.Zero });
        var hung = all.Catalogue.Add(Sample.To(dead, "dead"));
        var fine = all.Catalogue.Add(Sample.To(alive, "alive"));
        await all.StartAsync();
        await all.OccurAsync(40);
        await Delivering.UntilAsync(() => alive.All.Count == 40, "the healthy receiver has everything");
        Assert.InRange(dead.All.Count, 1, 4);
        Assert.Equal((await all.DeliveriesAsync()).Where(d => d.IntegrationId == fine).Select(d => d.EventId), alive.All.Select(r => r.Id));
        Assert.All((await all.DeliveriesAsync()).Where(d => d.IntegrationId == hung), d => Assert.Equal(DeliveryState.Pending, d.State));
    }

    [Fact]
    public async Task A_failing_event_does_not_hold_up_those_behind_it()
    {
        await using var receiver = Receiver.InOrder(Receiver.Status(503, "Retry-After: 2\r\n"), Receiver.Status(200));
        await using var all = await Delivering.CreateAsync();
        all.Catalogue.Add(Sample.To(receiver));
        await all.OccurAsync(3);
        await all.StartAsync();
        await all.OverAsync();
        var ids = (await all.DeliveriesAsync()).Select(d => d.EventId).ToList();
        Assert.Equal([ids[0], ids[1], ids[2], ids[0]], receiver.All.Select(r => r.Id));
    }

    [Fact]
    public async Task A_request_that_cannot_be_made_is_told_and_not_tried_again()
    {
        await using var receiver = new Receiver();
        await using var all = await Delivering.CreateAsync();
        all.Catalogue.Add(Sample.To(receiver) with { Auth = new WebhookAuth { Type = WebhookAuthType.Token } });
        await all.StartAsync();
        await all.OccurAsync("call");
        await all.OverAsync();
        Assert.Equal(Outcome.RenderError, Assert.Single(await all.AttemptsAsync()).Outcome);
        Assert.Empty(receiver.All);
    }

    [Fact]
    public async Task A_slow_receiver_gets_up_to_four_at_once_in_the_order_of_each_call()
    {
        var (busy, most, gate) = (0, 0, new Lock());
        await using var slow = new Receiver(async (_, stream, cancel) =>
        {
            lock (gate) most = Math.Max(most, ++busy);
            await Task.Delay(300, cancel);
            lock (gate) busy--;
            await Receiver.AnswerAsync(stream, 200, cancel);
        });
        await using var all = await Delivering.CreateAsync();
        all.Catalogue.Add(Sample.To(slow));
        for (var i = 0; i < 24; i++)
            await all.OccurAsync(string.Create(CultureInfo.InvariantCulture, $"event-{i:000}"),
                call: string.Create(CultureInfo.InvariantCulture, $"call-{i % 6}"));
        await all.AgeAsync(TimeSpan.FromSeconds(10));
        await all.StartAsync();
        await all.OverAsync();
        Assert.Equal(4, most);
        var arrived = slow.All.Select((r, i) => (r.Id, Place: i)).ToDictionary(r => r.Id, r => r.Place);
        foreach (var call in (await all.DeliveriesAsync()).GroupBy(d => d.Event!.CallUuid))
        {
            var places = call.Select(d => arrived[d.EventId]).ToList();
            Assert.Equal(places.Order(), places);
        }
    }

    [Fact]
    public async Task Deliveries_of_a_paused_integration_wait_and_are_sent_afterwards()
    {
        await using var receiver = new Receiver();
        await using var other = new Receiver();
        await using var all = await Delivering.CreateAsync();
        var id = all.Catalogue.Add(Sample.To(receiver) with { Paused = true });
        all.Catalogue.Add(Sample.To(other, "other"));
        await all.StartAsync();
        await all.OccurAsync(3);
        await Delivering.UntilAsync(() => other.All.Count == 3, "the other one has everything");
        Assert.Empty(receiver.All);
        all.Catalogue.Change(id, i => i with { Paused = false });
        await all.OverAsync();
        Assert.Equal(3, receiver.All.Count);
        Assert.All(await all.DeliveriesAsync(), d => Assert.Equal((DeliveryState.Delivered, 1), (d.State, d.Attempts)));
    }

    [Fact]
    public async Task In_strict_order_a_failing_event_holds_up_only_its_call_for_three_tries()
    {
        string? bad = null;
        await using var receiver = new Receiver((request, stream, cancel) =>
            Receiver.AnswerAsync(stream, Interlocked.CompareExchange(ref bad, request.Id, null) is null || bad == request.Id ? 500
                : 200, cancel));
        await using var all = await Delivering.CreateAsync();
        all.Options.Value.RetryScale = 0.02;
        all.Catalogue.Add(Sample.To(receiver) with { StrictOrder = true });
        await all.OccurAsync("a-1", call: "a");
        await all.OccurAsync("a-2", call: "a");
        await all.OccurAsync("b-1", call: "b");
        await all.StartAsync();
        await Delivering.UntilAsync(() => receiver.All.Select(r => r.Id).Distinct().Count() == 3, "every event was tried");
        var ids = (await all.DeliveriesAsync()).ConvertAll(d => d.EventId);
        var tried = receiver.All.Select(r => r.Id).ToList();
        Assert.Equal(3, tried.Take(tried.IndexOf(ids[1])).Count(i => i == ids[0]));
        Assert.True(tried.IndexOf(ids[2]) < tried.IndexOf(ids[1]), "The other call did not wait.");
        Assert.Equal([ids[1]], receiver.All.Where(r => r.Headers.Contains("opbx-after-gap")).Select(r => r.Id).Distinct());
    }

    [Fact]
    public async Task An_event_that_became_useless_is_not_sent_unless_somebody_asks_for_it()
    {
        await using var receiver = new Receiver();
        await using var all = await Delivering.CreateAsync();
        all.Catalogue.Add(Sample.To(receiver) with { UselessAfter = 10 });
        await using (var db = all.Database.OpenUnrestricted())
        {
            all.Outbox.Add(db, all.Occurred("old") with { At = TimeProvider.System.GetUtcNow() - TimeSpan.FromSeconds(11) });
            all.Outbox.Add(db, all.Occurred("new"));
            await db.SaveChangesAsync();
        }
        await all.StartAsync();
        await all.OverAsync();
        var deliveries = await all.DeliveriesAsync();
        Assert.Equal([(DeliveryState.Failed, Outcome.Expired), (DeliveryState.Delivered, Outcome.Ok)],
            deliveries.Select(d => (d.State, d.LastOutcome!.Value)));
        Assert.Equal(deliveries[1].EventId, Assert.Single(receiver.All).Id);
    }
}
