using System.Collections.Concurrent;
using Opbx.Core.Document;
using Opbx.Core.Document.Integrations;
using Opbx.Core.Integrations.Outbox;
using Opbx.Core.Integrations.Preview;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;

namespace Opbx.Core.Integrations.Delivery;

/// <summary>Tests an integration at once with sample values, in a single attempt, and logs it.</summary>
internal sealed class TestSender(Database database, IntegrationLookup integrations, IIntegrationCatalogue catalogue, AttemptRunner runner,
    SortableIds ids, TimeProvider time)
{
    private const int PerMinute = 10;

    private readonly ConcurrentDictionary<(Guid Organization, string Name), (long Minute, int Count)> _sent = new();

    /// <summary>Sends a test, even if the integration is switched off; returns the id of the finished delivery. Limited to ten per
    /// minute and person.</summary>
    /// <param name="pbxId">Null for account-level integrations.</param>
    /// <param name="trigger">One of its triggers; the first when null.</param>
    public async Task<Result<string>> SendAsync(Actor actor, Guid? pbxId, string name, Trigger? trigger, CancellationToken cancel)
    {
        if (!actor.May(Permission.EditIntegrations)) return Failure.Forbidden();
        if (integrations.Find(actor, pbxId, name) is not { } integration) return Failure.NotFound($"The integration \"{name}\"");
        if (!MayTry(actor)) return TooMany();
        var tested = Sample(integration, trigger ?? integration.Definition.Trigger[0]);
        var happened = tested.Event!;
        var attempt =
            await runner.RunAsync(
                new ClaimedDelivery(tested.Id, integration.Id, 0,
                    DeliveryClaims.Facts(happened, DeliveryKind.Test)) { OrganizationId = tested.OrganizationId }, cancel);
        tested.Attempts = 1;
        tested.LastOutcome = attempt.Result.Outcome;
        tested.State = attempt.Result.Taken ? DeliveryState.Delivered : DeliveryState.Failed;
        tested.FinishedAt = time.GetUtcNow();
        await using var db = database.OpenFor(actor.OrganizationId);
        db.WebhookDeliveries.Add(tested);
        db.DeliveryAttempts.Add(AttemptLog.Row(attempt));
        await db.SaveChangesAsync(cancel);
        return tested.Id;
    }

    /// <summary>Sends an integration as entered on a form, once, and stores nothing. Stored secrets are included as long as the
    /// receiver is the same.</summary>
    /// <param name="pbxId">Null for account-level integrations.</param>
    /// <param name="savedAs">The name under which it is stored; null for a new one.</param>
    /// <param name="draft">As entered on the form, with the secrets typed there.</param>
    public async Task<Result<SendResult>> TryAsync(Actor actor, Guid? pbxId, string? savedAs, Integration draft, Trigger trigger,
        CancellationToken cancel)
    {
        if (!actor.May(Permission.EditIntegrations)) return Failure.Forbidden();
        if (pbxId is { } pbx && !integrations.Sees(actor, pbx)) return Failure.NotFound("This PBX");
        var errors = new FieldErrors();
        IntegrationRules.Check(draft, pbxId is null, "", errors);
        if (!errors.IsEmpty) return Failure.Invalid(errors);
        if (!MayTry(actor)) return TooMany();
        var saved = savedAs is null ? null : integrations.Find(actor, pbxId, savedAs);
        var stored = saved is not null && IntegrationRules.SameReceiver(saved.Definition.Url, draft.Url) ? catalogue.Secrets(saved.Id)
            : null;
        var happened = Sample(new ConfiguredIntegration(Guid.Empty, actor.OrganizationId, pbxId, draft), trigger).Event!;
        return await runner.SendAsync(draft, RequestPreview.Secrets(draft, stored), DeliveryClaims.Facts(happened, DeliveryKind.Test),
            cancel);
    }

    private static Failure TooMany() => new(FailureKind.Conflict, "These were ten tests within a minute. Wait a little.");

    private WebhookDelivery Sample(ConfiguredIntegration integration, Trigger trigger)
    {
        var now = time.GetUtcNow();
        var id = ids.Next("msg_");
        var service = (integration.PbxId is { } pbx ? catalogue.Service(pbx) : null)
            ?? new ServiceInfo(Guid.Empty, "sample", "Sample", TimeZoneInfo.Utc, true);
        var happened = new IntegrationEvent {
            Id = id,
            OrganizationId = integration.OrganizationId,
            PbxId = service.PbxId,
            Trigger = trigger,
            SourceKey = "test:" + id,
            OccurredAt = now,
            IsTest = true,
            Values = DocumentJson.Write(SampleValues.For(trigger, service, id, now)),
            Scope = "{}",
        };
        return new WebhookDelivery {
            Id = ids.Next("dlv_"),
            OrganizationId = integration.OrganizationId,
            IntegrationId = integration.Id,
            EventId = id,
            Event = happened,
            Kind = DeliveryKind.Test,
            KindKey = "test",
            CreatedAt = now,
            DueAt = now,
        };
    }

    private bool MayTry(Actor actor)
    {
        var minute = time.GetUtcNow().ToUnixTimeSeconds() / 60;
        return _sent.AddOrUpdate((actor.OrganizationId, actor.Name), (minute, 1), (_, last) => last.Minute == minute
            ? (minute, last.Count + 1) : (minute, 1)).Count <= PerMinute;
    }
}
