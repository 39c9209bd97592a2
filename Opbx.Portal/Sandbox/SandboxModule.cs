using System.Net;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Opbx.Core.Cloudonix;
using Opbx.Portal.Sandbox.Calls;
using Opbx.Portal.Sandbox.Rest;
using Opbx.Portal.Sandbox.State;
using Opbx.Portal.Sandbox.Wire;

namespace Opbx.Portal.Sandbox;

public static class SandboxModule
{
    public static IServiceCollection AddSandbox(this IServiceCollection services)
    {
        services.AddHttpClient(SandboxWire.ClientName, client =>
            {
                client.Timeout = TimeSpan.FromSeconds(10);
                client.MaxResponseContentBufferSize = 1024 * 1024;
            })
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler {
                AllowAutoRedirect = false,
                UseCookies = false,
                UseProxy = false,
                AutomaticDecompression = DecompressionMethods.GZip,
            })
            .RemoveAllLoggers(); // The addresses hold the portal's secret path.
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddSingleton<SandboxSwitch>()
            .AddSingleton<SandboxStore>()
            .AddSingleton<SandboxDomains>()
            .AddSingleton<SandboxLines>()
            .AddSingleton<OwnAddress>()
            .AddSingleton<ISandboxAddress>(provider => provider.GetRequiredService<OwnAddress>())
            .AddSingleton<SandboxWire>()
            .AddSingleton<Recordings>()
            .AddSingleton<ConferenceRooms>()
            .AddSingleton<SandboxCallRunner>()
            .AddSingleton<SandboxSoftphone>();
    }

    /// <summary>The sandbox's REST API and recordings; nothing when it is off.</summary>
    public static void MapSandbox(this IEndpointRouteBuilder app)
    {
        if (!app.ServiceProvider.GetRequiredService<SandboxSwitch>().IsOn) return;
        SandboxApi.Map(app);
        app.MapGet("/sandbox/recordings/{sid}.wav", (string sid, Recordings recordings) =>
                recordings.Find(sid) is { } sound ? Results.Bytes(sound, "audio/wav", enableRangeProcessing: true) : Results.NotFound())
            .AllowAnonymous()
            .ExcludeFromDescription();
    }
}
