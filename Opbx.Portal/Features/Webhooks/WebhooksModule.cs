namespace Opbx.Portal.Features.Webhooks;

public static class WebhooksModule
{
    public static IServiceCollection AddWebhooks(this IServiceCollection services) => services
        .AddSingleton<ReceivedMessages>()
        .AddSingleton<VoiceMetrics>()
        .AddSingleton<VoiceResponder>();

    public static void MapWebhooks(this IEndpointRouteBuilder app)
    {
        app.MapVoice();
        app.MapCloudonixEvents();
    }
}
