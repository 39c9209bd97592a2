namespace Opbx.Core.Integrations.Delivery;

/// <summary>Tries a delivery once, with the configuration of this moment.</summary>
internal sealed class AttemptRunner(IIntegrationCatalogue catalogue, WebhookSender sender, TimeProvider time)
{
    public async Task<FinishedAttempt> RunAsync(ClaimedDelivery delivery, CancellationToken cancel)
    {
        var at = time.GetUtcNow();
        if (catalogue.Find(delivery.IntegrationId) is not { } integration) return new FinishedAttempt(delivery, at, new SendResult(Outcome.Cancelled), null);
        return await RunAsync(delivery, integration.Definition, at, cancel);
    }

    private async Task<FinishedAttempt> RunAsync(ClaimedDelivery delivery, Integration integration, DateTimeOffset at, CancellationToken cancel)
    {
        WebhookRequest request;
        try
        {
            request = WebhookRenderer.Render(integration, catalogue.Secrets(delivery.IntegrationId), delivery.Event, at);
        }
        catch (Exception e) when (e is RenderException or FormatException or ArgumentException)
        {
            return new FinishedAttempt(delivery, at, new SendResult(Outcome.RenderError), null);
        }
        var result = await sender.SendAsync(request, cancel);
        return new FinishedAttempt(delivery, at, result, MaskedRequest.Of(request));
    }
}
