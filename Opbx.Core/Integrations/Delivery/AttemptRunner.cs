using Microsoft.Extensions.Logging;

namespace Opbx.Core.Integrations.Delivery;

/// <summary>Tries a delivery once, with the configuration of this moment.</summary>
internal sealed class AttemptRunner(IIntegrationCatalogue catalogue, WebhookSender sender, TimeProvider time, ILogger<AttemptRunner> logger)
{
    /// <summary>Renders and sends; throws nothing, so that one broken event never stops the others.</summary>
    public async Task<FinishedAttempt> RunAsync(ClaimedDelivery delivery, CancellationToken cancel)
    {
        var at = time.GetUtcNow();
        WebhookRequest request;
        try
        {
            if (catalogue.Find(delivery.IntegrationId) is not { } integration) return new FinishedAttempt(delivery, at, new SendResult(Outcome.Cancelled), null);
            request = WebhookRenderer.Render(integration.Definition, catalogue.Secrets(delivery.IntegrationId), delivery.Event, at);
        }
        catch (Exception e)
        {
            if (e is not RenderException) DeliveryLog.Broken(logger, e, delivery.Id);
            return new FinishedAttempt(delivery, at, new SendResult(Outcome.RenderError), null);
        }
        return new FinishedAttempt(delivery, at, await sender.SendAsync(request, cancel), MaskedRequest.Of(request));
    }
}
