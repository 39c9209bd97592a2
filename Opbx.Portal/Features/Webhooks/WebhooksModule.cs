namespace Opbx.Portal.Features.Webhooks;

/// <summary>Registers this feature.</summary>
public static class WebhooksModule
{
    /// <summary>The endpoints that the platform calls.</summary>
    public static IServiceCollection AddWebhooks(this IServiceCollection services) => services
        .AddSingleton<ReceivedMessages>()
        .AddSingleton<VoiceMetrics>()
        .AddSingleton<VoiceResponder>();

    /// <summary>Voice requests, session updates, call records and recording states.</summary>
    public static void MapWebhooks(this IEndpointRouteBuilder app)
    {
        app.MapVoice();
        app.MapCloudonixEvents();
    }
}
