using Microsoft.EntityFrameworkCore;
using Opbx.Core.Document.Integrations;
using Opbx.Core.Integrations;
using Opbx.Core.Integrations.Delivery;
using Opbx.Core.Permissions;

namespace Opbx.Tests.Integrations;

/// <summary>What becomes of an integration whose receiver is gone, keeps failing or asks to be left alone.</summary>
public sealed class TroubledReceiverTests
{
    [Fact]
    public async Task A_receiver_that_is_gone_switches_its_integration_off_and_people_are_told()
    {
        await using var gone = new Receiver(Receiver.Status(410));
        await using var alerts = new Receiver();
        await using var all = await Delivering.CreateAsync();
        all.Catalogue.Add(Sample.To(gone));
        all.Catalogue.Add(Sample.Webhook(Trigger.SystemAlert) with { Url = alerts.Url });
        await all.OccurAsync(3);
        await all.StartAsync();
        await all.OverAsync();
        await Delivering.UntilAsync(() => alerts.All.Count > 0, "the alert arrived");
        Assert.Single(gone.All);
        Assert.Single(all.Catalogue.Deactivated);
        Assert.Contains("The integration CRM was switched off", Assert.Single(alerts.All).Body, StringComparison.Ordinal);
        Assert.Equal([DeliveryState.Failed, DeliveryState.Cancelled, DeliveryState.Cancelled, DeliveryState.Delivered],
            (await all.DeliveriesAsync()).Select(d => d.State));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Switching_an_integration_off_or_deleting_it_ends_its_retries(bool delete)
    {
        await using var receiver = new Receiver(Receiver.Status(503, "Retry-After: 1\r\n"));
        await using var all = await Delivering.CreateAsync();
        var id = all.Catalogue.Add(Sample.To(receiver));
        await all.StartAsync();
        await all.OccurAsync("call");
        await Delivering.UntilAsync(() => receiver.All.Count == 1, "the first attempt");
        if (delete) all.Catalogue.Remove(id);
        else all.Catalogue.Change(id, i => i with { Active = false });
        await all.OverAsync();
        Assert.Single(receiver.All);
        Assert.Equal(DeliveryState.Cancelled, Assert.Single(await all.DeliveriesAsync()).State);
    }

    [Fact]
    public async Task A_receiver_that_keeps_failing_is_left_alone_for_a_while_and_loses_nothing()
    {
        var working = false;
        await using var receiver = new Receiver((_, stream, cancel) => Receiver.AnswerAsync(stream, working ? 200 : 500, cancel));
        await using var all = await Delivering.CreateAsync();
        all.Options.Value.RetryScale = 0.05;
        all.Catalogue.Add(Sample.To(receiver));
        await all.OccurAsync(30);
        await all.StartAsync();
        await Delivering.UntilAsync(async () => (await all.AttemptsAsync()).Count >= 10, "ten failures");
        working = true;
        await all.OverAsync();
        Assert.All(await all.DeliveriesAsync(), d => Assert.Equal(DeliveryState.Delivered, d.State));
        Assert.InRange((await all.AttemptsAsync()).Count(a => a.Outcome == Outcome.Http5xx), 10, 13);
    }

    [Fact]
    public async Task A_receiver_may_ask_in_its_answer_to_be_left_alone()
    {
        await using var receiver = new Receiver(Receiver.Status(500, "webhook-delivery: disable\r\n"));
        await using var all = await Delivering.CreateAsync();
        all.Catalogue.Add(Sample.To(receiver));
        await all.StartAsync();
        await all.OccurAsync("call");
        await all.OverAsync();
        await Delivering.UntilAsync(() => !all.Catalogue.Deactivated.IsEmpty, "it was switched off");
        Assert.Single(receiver.All);
        var notice = Assert.Single(
            await all.Notices.OpenAsync(new Actor(all.Catalogue.Organization, Role.Owner, "Olga", ActorSource.Portal),
                CancellationToken.None));
        Assert.Contains("The integration CRM was switched off", notice.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_receiver_may_ask_in_its_answer_not_to_try_this_one_again()
    {
        await using var receiver = new Receiver(Receiver.Status(500, "webhook-delivery: abort-message\r\n"));
        await using var all = await Delivering.CreateAsync();
        all.Catalogue.Add(Sample.To(receiver));
        await all.StartAsync();
        await all.OccurAsync("call");
        await all.OverAsync();
        Assert.Single(receiver.All);
        Assert.Equal(DeliveryState.Failed, Assert.Single(await all.DeliveriesAsync()).State);
        Assert.Empty(all.Catalogue.Deactivated);
    }

    [Fact]
    public async Task Five_days_of_failures_switch_an_integration_off()
    {
        var working = false;
        await using var receiver = new Receiver((_, stream, cancel) => Receiver.AnswerAsync(stream, working ? 200 : 500, cancel));
        await using var all = await Delivering.CreateAsync();
        var id = all.Catalogue.Add(Sample.To(receiver));
        await FailedAsync(all, id, days: 6, failures: 30);
        working = true;
        await all.StartAsync();
        await all.OccurAsync("fine");
        await all.OverAsync();
        await using (var db = all.Database.OpenUnrestricted()) Assert.Empty(await db.ReceiverRecords.ToListAsync());
        Assert.Empty(all.Catalogue.Deactivated);

        await FailedAsync(all, id, days: 6, failures: 30);
        working = false;
        await all.OccurAsync("failing");
        await all.OverAsync();
        await Delivering.UntilAsync(() => !all.Catalogue.Deactivated.IsEmpty, "it was switched off");
        Assert.Equal("its receiver took nothing for 5 days.", Assert.Single(all.Catalogue.Deactivated));
    }

    private static async Task FailedAsync(Delivering all, Guid id, int days, int failures)
    {
        var now = TimeProvider.System.GetUtcNow();
        await using var db = all.Database.OpenUnrestricted();
        db.ReceiverRecords.Add(
            new ReceiverRecord {
                IntegrationId = id, OrganizationId = all.Catalogue.Organization, FailingSince = now.AddDays(-days),
                LastFailureAt = now.AddMinutes(-1), Failures = failures, Warned = true
            });
        await db.SaveChangesAsync();
    }

    [Fact]
    public async Task A_damaged_signing_secret_fails_its_own_deliveries_and_blocks_no_place()
    {
        await using var receiver = new Receiver();
        await using var all = await Delivering.CreateAsync();
        all.Catalogue.Add(Sample.To(receiver));
        all.Catalogue.Kept = Sample.Secrets with { Signing = ["whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"] };
        await all.StartAsync();
        await all.OccurAsync(6, "damaged");
        await all.OverAsync();
        Assert.All(await all.DeliveriesAsync(),
            d => Assert.Equal((DeliveryState.Failed, Outcome.RenderError), (d.State, d.LastOutcome!.Value)));
        all.Catalogue.Kept = Sample.Secrets;
        await all.OccurAsync(2, "whole");
        await all.OverAsync();
        Assert.Equal(2, receiver.All.Count);
    }
}
