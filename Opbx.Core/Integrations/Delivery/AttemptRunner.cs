using Opbx.Core.Document.Integrations;
using Opbx.Core.Integrations.Inspection;

namespace Opbx.Core.Integrations.Delivery;

/// <summary>Tries a delivery once, with the current configuration.</summary>
internal sealed class AttemptRunner(IIntegrationCatalogue catalogue, WebhookSender sender, InspectorReceiver inspectors,
    DeliveryMetrics metrics, TimeProvider time, ILogger<AttemptRunner> logger)
{
    /// <summary>Renders and sends; never throws, so that one broken event does not stop the others.</summary>
    public async Task<FinishedAttempt> RunAsync(ClaimedDelivery delivery, CancellationToken cancel)
    {
        using var span = Telemetry.Traces.StartActivity("opbx.delivery.attempt");
        var attempt = await TryAsync(delivery, cancel);
        span?.SetTag("outcome", DeliveryMetrics.Name(attempt.Result.Outcome));
        metrics.Attempted(attempt.Result);
        DeliveryLog.Attempted(logger, delivery.Id, delivery.IntegrationId, delivery.Attempts
            + 1, attempt.Result.Outcome, attempt.Result.Milliseconds ?? 0);
        return attempt;
    }

    /// <summary>Renders and sends something that is not a delivery.</summary>
    public async Task<SendResult> SendAsync(Integration integration, IntegrationSecrets secrets, EventFacts happened,
        CancellationToken cancel)
    {
        try
        {
            var request = WebhookRenderer.Render(integration, secrets, happened, time.GetUtcNow());
            return inspectors.TryTake(request) ?? await sender.SendAsync(request, cancel);
        }
        catch (RenderException)
        {
            return new SendResult(Outcome.RenderError);
        }
    }

    private async Task<FinishedAttempt> TryAsync(ClaimedDelivery delivery, CancellationToken cancel)
    {
        var at = time.GetUtcNow();
        try
        {
            if (catalogue.Find(delivery.IntegrationId) is not { } integration || !Wants(integration.Definition, delivery.Event.Kind))
                return new FinishedAttempt(delivery, at, new SendResult(Outcome.Cancelled), null);
            if (IsUseless(integration.Definition, delivery, at))
                return new FinishedAttempt(delivery, at, new SendResult(Outcome.Expired), null);
            var request = WebhookRenderer.Render(integration.Definition, catalogue.Secrets(delivery.IntegrationId), delivery.Event, at);
            return new FinishedAttempt(delivery, at, inspectors.TryTake(request)
                ?? await sender.SendAsync(request, cancel), MaskedRequest.From(request), request.Url.IdnHost);
        }
        catch (Exception e)
        {
            if (e is not RenderException) DeliveryLog.Broken(logger, e, delivery.Id);
            return new FinishedAttempt(delivery, at, new SendResult(Outcome.RenderError), null);
        }
    }

    /// <summary>The integration may have been switched off or paused since the claim; tests are sent anyway.</summary>
    private static bool Wants(Integration integration, DeliveryKind kind) =>
        kind == DeliveryKind.Test || integration is { Active: true, Paused: false };

    /// <summary>Resends never expire.</summary>
    private static bool IsUseless(Integration integration, ClaimedDelivery delivery, DateTimeOffset now) =>
        integration.UselessAfter is { } seconds && delivery.Event.Kind == DeliveryKind.Live
            && now - delivery.OccurredAt > TimeSpan.FromSeconds(seconds);
}
