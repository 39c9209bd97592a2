using System.Globalization;
using Opbx.Core.Configuration;
using Opbx.Core.Document;
using Opbx.Core.Document.Integrations;
using Opbx.Core.Document.Settings;
using Opbx.Core.Integrations.Account;
using Opbx.Core.Integrations.Delivery;
using Opbx.Core.Permissions;
using Opbx.Core.Shared;

namespace Opbx.Tests.Integrations;

public sealed class DeliveryStudioTests
{
    private static IntegrationLookup Lookup(Delivering all, Guid id)
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
        return new IntegrationLookup(store, new AccountIntegrationStore());
    }

    private static Actor Admin(Delivering all, Role role = Role.Admin) =>
        new(all.Catalogue.Organization, role, "anna@acme.example", ActorSource.Api);

    private static DeliveryDirectory Directory(Delivering all, Guid id) => new(all.Database, Lookup(all, id));

    private static DeliveryEditor Editor(Delivering all, Guid id) =>
        new(all.Database, Lookup(all, id), all.Ids, all.Signal, TimeProvider.System);

    [Fact]
    public async Task The_log_shows_attempts_with_masked_request_and_response()
    {
        await using var receiver = Receiver.InOrder(Receiver.Status(500), "HTTP/1.1 200 OK\r\nX-Node: 7\r\nContent-Length: 4\r\n\r\nfine");
        await using var all = await Delivering.CreateAsync();
        var id = all.Catalogue.Add(Sample.Webhook(Trigger.CallEnded) with { Url = receiver.Url });
        await all.StartAsync();
        await all.OccurAsync("call");
        await all.OverAsync();
        var view = Assert.Single(
            (await Directory(all, id)
                .ListAsync(Admin(all), all.Catalogue.Pbx, "CRM", new DeliveryQuery(), CancellationToken.None)).Value!.Items);
        Assert.Equal((DeliveryState.Delivered, "call", null), (view.State, view.CallUuid, view.NextAttemptAt));
        Assert.Equal([((int?)500, Outcome.Http5xx), (200, Outcome.Ok)], view.Attempts.Select(a => (a.Status, a.Outcome)));
        Assert.Equal(("POST", receiver.Url, "fine", "7"),
            (view.Request!.Method, view.Request.Url, view.Response!.Body, view.Response.Headers["X-Node"]));
        var first = (await Directory(all, id)
            .AttemptAsync(Admin(all), all.Catalogue.Pbx, "CRM", view.Id, 1, CancellationToken.None)).Value!;
        Assert.Equal((receiver.Url, ""), (first.Request!.Url, first.Response!.Body));
        Assert.False((await Directory(all, id).AttemptAsync(Admin(all), all.Catalogue.Pbx, "CRM", view.Id, 3, CancellationToken.None)).Ok);
        Assert.False((await Directory(all, id)
            .AttemptAsync(Admin(all, Role.Reporter), all.Catalogue.Pbx, "CRM", view.Id, 1, CancellationToken.None)).Ok);
        var json = DocumentJson.Write(view);
        Assert.Contains("\"outcome\":\"http_5xx\"", json, StringComparison.Ordinal);
        Assert.DoesNotContain("whsec_", json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_is_read_in_parts_and_by_filter()
    {
        await using var all = await Delivering.CreateAsync();
        var id = all.Catalogue.Add(Sample.Webhook(Trigger.CallEnded, Trigger.CallMissed));
        for (var i = 0; i < 5; i++)
            await all.OccurAsync(i.ToString(CultureInfo.InvariantCulture), i == 2 ? Trigger.CallMissed : Trigger.CallEnded);
        async Task<DeliverySlice> List(DeliveryQuery query) =>
            (await Directory(all, id).ListAsync(Admin(all), all.Catalogue.Pbx, "CRM", query, CancellationToken.None)).Value!;
        var first = await List(new DeliveryQuery { Limit = 3 });
        var second = await List(new DeliveryQuery { Limit = 3, Cursor = first.NextCursor });
        Assert.Equal(["4", "3", "2", "1", "0"], first.Items.Concat(second.Items).Select(d => d.CallUuid));
        Assert.Null(second.NextCursor);
        Assert.Equal("2", Assert.Single((await List(new DeliveryQuery { Trigger = Trigger.CallMissed })).Items).CallUuid);
        Assert.Empty((await List(new DeliveryQuery { State = DeliveryState.Failed })).Items);
        Assert.Empty((await List(new DeliveryQuery { After = TimeProvider.System.GetUtcNow().AddHours(1) })).Items);
    }

    [Fact]
    public async Task A_delivery_is_sent_again_with_the_same_event_and_a_mark()
    {
        await using var receiver = new Receiver();
        await using var all = await Delivering.CreateAsync();
        var id = all.Catalogue.Add(Sample.Webhook(Trigger.CallEnded) with { Url = receiver.Url });
        await all.StartAsync();
        await all.OccurAsync("call");
        await all.OverAsync();
        var original = Assert.Single(await all.DeliveriesAsync());
        Assert.True((await Editor(all, id).RedeliverAsync(Admin(all), all.Catalogue.Pbx, "CRM", original.Id, CancellationToken.None)).Ok);
        await all.OverAsync();
        Assert.Equal([original.EventId, original.EventId], receiver.All.Select(r => r.Id));
        Assert.Equal([null, "1"], receiver.All.Select(r => r.Headers["opbx-resend"].SingleOrDefault()));
        Assert.Equal(receiver.All[0].Body, receiver.All[1].Body);
    }

    [Fact]
    public async Task A_time_range_is_sent_again_in_order_and_marked()
    {
        await using var receiver = new Receiver();
        await using var all = await Delivering.CreateAsync();
        var id = all.Catalogue.Add(Sample.Webhook(Trigger.CallEnded) with { Url = receiver.Url });
        await all.StartAsync();
        for (var i = 0; i < 4; i++)
        {
            await all.OccurAsync(i.ToString(CultureInfo.InvariantCulture));
            await Task.Delay(3);
        }
        await all.OverAsync();
        var events = (await all.DeliveriesAsync()).ConvertAll(d => d.Event!);
        var range = new ReplayRange { After = events[1].OccurredAt, Before = events[3].OccurredAt };
        var replay = await Editor(all, id).ReplayAsync(Admin(all), all.Catalogue.Pbx, "CRM", range, CancellationToken.None);
        Assert.Equal(2, replay.Value!.Deliveries);
        await all.OverAsync();
        var again = receiver.All.Skip(4).ToList();
        Assert.Equal([events[1].Id, events[2].Id], again.Select(r => r.Id));
        Assert.All(again, r => Assert.Equal("true", r.Headers["opbx-backfill"].Single()));
        Assert.All(receiver.All.Take(4), r => Assert.Empty(r.Headers["opbx-backfill"]));
        Assert.Equal(receiver.All[1].Body, again[0].Body);
        var wrong = await Editor(all, id)
            .ReplayAsync(Admin(all), all.Catalogue.Pbx, "CRM", new ReplayRange { After = range.Before, Before = range.After },
                CancellationToken.None);
        Assert.Equal(FailureKind.Invalid, wrong.Failure!.Kind);
    }

    [Fact]
    public async Task A_test_is_sent_at_once_with_sample_values_and_a_signature()
    {
        await using var receiver = new Receiver();
        await using var all = await Delivering.CreateAsync();
        var id = all.Catalogue.Add(Sample.Webhook(Trigger.IvrOptionSelected)
            with { Url = receiver.Url, Fields = [Sample.Field("menu", "ivrName"), Sample.Field("score", "optionSelected")] });
        using var sender = all.Sender();
        var tests = new TestSender(all.Database, Lookup(all, id), all.Catalogue, all.Runner(sender), all.Ids, TimeProvider.System);
        var sent = await tests.SendAsync(Admin(all), all.Catalogue.Pbx, "CRM", null, CancellationToken.None);
        var received = Assert.Single(receiver.All);
        Assert.Equal("""{"menu":"Main menu","score":"1"}""", received.Body);
        Assert.Single(received.Headers["webhook-signature"]);
        var view = (await Directory(all, id).GetAsync(Admin(all), all.Catalogue.Pbx, "CRM", sent.Value!, CancellationToken.None)).Value!;
        Assert.Equal((DeliveryKind.Test, DeliveryState.Delivered, 1), (view.Kind, view.State, view.Attempts.Count));
    }

    [Fact]
    public async Task A_draft_is_sent_as_it_is_on_the_form_and_nothing_is_kept_of_it()
    {
        await using var receiver = new Receiver();
        await using var other = new Receiver();
        await using var all = await Delivering.CreateAsync();
        var saved = Sample.Webhook(Trigger.CallEnded) with { Url = receiver.Url };
        var id = all.Catalogue.Add(saved);
        all.Catalogue.Kept = Sample.Secrets with { Token = "stored-token" };
        using var sender = all.Sender();
        var tests = new TestSender(all.Database, Lookup(all, id), all.Catalogue, all.Runner(sender), all.Ids, TimeProvider.System);
        var draft = saved
            with { Auth = new WebhookAuth { Type = WebhookAuthType.Token }, Fields = [Sample.Field("menu", "callUuid")], Active = false };
        var sent = await tests.TryAsync(Admin(all), all.Catalogue.Pbx, "CRM", draft, Trigger.CallEnded, CancellationToken.None);
        Assert.Equal((true, 200), (sent.Value!.Taken, sent.Value.Status));
        Assert.Equal("Bearer stored-token", Assert.Single(receiver.All).Headers["Authorization"].Single());
        Assert.Empty(await all.DeliveriesAsync());

        // What is stored for one receiver never goes to another one.
        Assert.Equal(Outcome.RenderError,
            (await tests.TryAsync(Admin(all), all.Catalogue.Pbx, "CRM", draft with { Url = other.Url }, Trigger.CallEnded,
                CancellationToken.None)).Value!.Outcome);
        Assert.Empty(other.All);
        Assert.Equal(FailureKind.Invalid,
            (await tests.TryAsync(Admin(all), all.Catalogue.Pbx, null,
                draft with { Headers = [new WebhookHeader { Name = "Host", Value = "x" }] }, Trigger.CallEnded,
                CancellationToken.None)).Failure!.Kind);
        Assert.Equal(FailureKind.Forbidden,
            (await tests.TryAsync(Admin(all, Role.Supervisor), all.Catalogue.Pbx, null, draft, Trigger.CallEnded,
                CancellationToken.None)).Failure!.Kind);
        Assert.Equal(FailureKind.NotFound,
            (await tests.TryAsync(Admin(all) with { OrganizationId = Guid.NewGuid() }, all.Catalogue.Pbx, null, draft, Trigger.CallEnded,
                CancellationToken.None)).Failure!.Kind);
    }

    [Fact]
    public async Task Others_see_and_send_nothing()
    {
        await using var all = await Delivering.CreateAsync();
        var id = all.Catalogue.Add(Sample.Webhook(Trigger.CallEnded));
        await all.OccurAsync("call");
        var delivery = Assert.Single(await all.DeliveriesAsync());
        var stranger = Admin(all) with { OrganizationId = Guid.NewGuid() };
        Assert.Equal(FailureKind.NotFound,
            (await Directory(all, id)
                .ListAsync(stranger, all.Catalogue.Pbx, "CRM", new DeliveryQuery(), CancellationToken.None)).Failure!.Kind);
        Assert.Equal(FailureKind.Forbidden,
            (await Directory(all, id)
                .ListAsync(Admin(all, Role.Supervisor), all.Catalogue.Pbx, "CRM", new DeliveryQuery(),
                    CancellationToken.None)).Failure!.Kind);
        Assert.Equal(FailureKind.Forbidden,
            (await Editor(all, id)
                .RedeliverAsync(Admin(all, Role.Reporter), all.Catalogue.Pbx, "CRM", delivery.Id, CancellationToken.None)).Failure!.Kind);
        Assert.Equal(FailureKind.NotFound,
            (await Editor(all, id)
                .RedeliverAsync(Admin(all), all.Catalogue.Pbx, "CRM", "dlv_other", CancellationToken.None)).Failure!.Kind);
    }
}
