using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Opbx.Core.Document.Integrations;
using Opbx.Core.Integrations;
using Opbx.Core.Integrations.Outbox;

namespace Opbx.Tests.Integrations;

public sealed class EventOutboxTests
{
    [Fact]
    public async Task An_event_and_its_delivery_are_stored_with_the_fact_or_not_at_all()
    {
        await using var all = await Delivering.CreateAsync();
        all.Catalogue.Add(Sample.Webhook(Trigger.CallEnded));
        await using (var db = all.Database.OpenUnrestricted())
        {
            all.Outbox.Add(db, all.Occurred("call-1"));
        }
        Assert.Empty(await all.DeliveriesAsync());
        await all.OccurAsync("call-1");
        var delivery = Assert.Single(await all.DeliveriesAsync());
        Assert.Matches("^msg_[0-9a-z]{26}$", delivery.EventId);
    }

    [Fact]
    public async Task The_same_fact_told_again_changes_nothing()
    {
        await using var all = await Delivering.CreateAsync();
        all.Catalogue.Add(Sample.Webhook(Trigger.CallEnded));
        await all.OccurAsync("call-1");
        await all.OccurAsync("call-1");
        await using (var db = all.Database.OpenUnrestricted())
        {
            all.Outbox.Add(db, all.Occurred("call-2"));
            all.Outbox.Add(db, all.Occurred("call-2"));
            await db.SaveChangesAsync();
        }
        Assert.Equal(["call-1", "call-2"], (await all.DeliveriesAsync()).Select(d => d.Event!.SourceKey));
    }

    [Fact]
    public async Task With_applications_off_only_account_events_are_told()
    {
        await using var all = await Delivering.CreateAsync();
        all.Catalogue.Add(Sample.Webhook(Trigger.CallEnded));
        all.Catalogue.Add(Sample.Webhook(Trigger.UserCreated), account: true);
        all.Catalogue.Applications = false;
        await all.OccurAsync("call-1");
        await all.OccurAsync("user-1", Trigger.UserCreated);
        Assert.Equal(["user-1"], (await all.DeliveriesAsync()).Select(d => d.Event!.SourceKey));
        await using var db = all.Database.OpenUnrestricted();
        Assert.Equal(1, await db.IntegrationEvents.CountAsync());
    }

    [Fact]
    public async Task An_event_has_every_value_of_its_trigger_and_the_time_of_the_pbx()
    {
        await using var all = await Delivering.CreateAsync();
        all.Catalogue.Add(Sample.Webhook(Trigger.InboundCallReceived));
        await all.OccurAsync("received", Trigger.InboundCallReceived, call: "uuid-1");
        var stored = Assert.Single(await all.DeliveriesAsync()).Event!;
        var values = JsonSerializer.Deserialize<Dictionary<string, string>>(stored.Values)!;
        Assert.Equal(ValueCatalogue.For(Trigger.InboundCallReceived).Select(ValueCatalogue.Spelling)
            .Order(StringComparer.Ordinal), values.Keys);
        Assert.Equal((stored.Id, "inboundCallReceived", "uuid-1", "acme", "Acme Dental", all.Catalogue.Pbx.ToString(), "+12025550143", ""),
            (values["eventId"], values["eventType"], values["callUuid"], values["serviceName"], values["serviceFriendlyName"],
                values["serviceUuid"], values["sourceNumber"], values["destinationNumber"]));
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}-0[45]:00$", values["dateTime"]);
    }

    [Fact]
    public async Task Events_of_a_call_are_numbered()
    {
        await using var all = await Delivering.CreateAsync();
        all.Catalogue.Add(Sample.Webhook(Trigger.CallEnded, Trigger.InboundCallReceived, Trigger.InboundCallAnswered));
        await using (var db = all.Database.OpenUnrestricted())
        {
            all.Outbox.Add(db, all.Occurred("a", Trigger.InboundCallReceived, call: "uuid-1"));
            all.Outbox.Add(db, all.Occurred("b", Trigger.InboundCallAnswered, call: "uuid-1"));
            await db.SaveChangesAsync();
        }
        await all.OccurAsync("c", call: "uuid-1");
        await all.OccurAsync("d", call: "uuid-2");
        Assert.Equal([("a", 1), ("b", 2), ("c", 3), ("d", 1)], (await all.DeliveriesAsync())
            .Select(d => (d.Event!.SourceKey, d.Event.Sequence!.Value)));
    }

    [Fact]
    public void Filters_let_through_what_they_name()
    {
        var scope = new EventScope {
            PhoneNumber = "+12125550101", Extensions = ["1001"], Groups = ["Desk"], Menus = ["Score"],
            Direction = CallDirectionFilter.Inbound
        };
        Assert.True(EventFilter.Passes(null, scope));
        Assert.True(EventFilter.Passes(new WebhookFilter(), scope));
        Assert.True(EventFilter.Passes(
            new WebhookFilter {
                Numbers = ["+12125550101"], Extensions = ["1003", "1001"], Groups = ["Desk"], Menus = ["Score"],
                Direction = CallDirectionFilter.Inbound
            }, scope));
        Assert.False(EventFilter.Passes(new WebhookFilter { Numbers = ["+12125550102"] }, scope));
        Assert.False(EventFilter.Passes(new WebhookFilter { Extensions = ["1003"] }, scope));
        Assert.False(EventFilter.Passes(new WebhookFilter { Groups = ["Sales"] }, scope));
        Assert.False(EventFilter.Passes(new WebhookFilter { Menus = ["Main"] }, scope));
        Assert.False(EventFilter.Passes(new WebhookFilter { Direction = CallDirectionFilter.Internal }, scope));
        Assert.False(EventFilter.Passes(new WebhookFilter { Numbers = ["+12125550101"] }, new EventScope()));
    }

    [Fact]
    public void Ids_sort_in_the_order_they_were_made()
    {
        var ids = new SortableIds(TimeProvider.System);
        var made = Enumerable.Range(0, 5000).Select(_ => ids.Next("msg_")).ToList();
        Assert.Equal(made.Order(StringComparer.Ordinal), made);
        Assert.Equal(5000, made.Distinct(StringComparer.Ordinal).Count());
    }
}
