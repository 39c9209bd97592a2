using Opbx.Portal.Features.Access;
using Opbx.Portal.Features.Calls;
using Opbx.Portal.Features.Cloudonix;
using Opbx.Portal.Features.Configuration;
using Opbx.Portal.Features.Findings;
using Opbx.Portal.Features.Integrations;
using Opbx.Portal.Features.Platform;
using Opbx.Portal.Features.Prompts;
using Opbx.Portal.Features.Recordings;
using Opbx.Portal.Features.ScheduledChanges;
using Opbx.Portal.Features.Simulation;
using Opbx.Portal.Features.Voice;
using Opbx.Portal.Features.Voicemail;

namespace Opbx.Portal.Features.Api;

/// <summary>The REST API.</summary>
public static class ApiModule
{
    /// <summary>Where it lies.</summary>
    public const string Prefix = "/api/v1";

    /// <summary>Problem details and what endpoints share.</summary>
    public static IServiceCollection AddApi(this IServiceCollection services) => services
        .AddProblemDetails()
        .AddApiDescription()
        .AddSingleton<ApiBudget>()
        .AddSingleton<Core.Simulation.SimulationDesk>()
        .AddSingleton<VoiceSurroundings>()
        .AddSingleton<CloudonixEvents.ReceivedMessages>()
        .AddSingleton<VoiceDesk>();

    /// <summary>Every resource below <c>/api/v1</c>; each line is a feature.</summary>
    public static void MapApi(this IEndpointRouteBuilder app)
    {
        app.MapApiDescription();
        var api = app.MapApiGroup();
        api.MapConfiguration();
        api.MapObjects();
        api.MapAccountIntegrations();
        api.MapIntegrations();
        api.MapCloudonix();
        api.MapPromptUploads();
        api.MapSimulations();
        api.MapScheduledChanges();
        api.MapFindings();
        api.MapPbxs();
        api.MapOrganizations();
        api.MapUsers();
        api.MapApiKeys();
        api.MapHistory();
        api.MapCalls();
        api.MapRecordings();
        api.MapVoicemails();
    }

    /// <summary>The group every resource lies in: an API key is needed, cookies are not taken.</summary>
    public static RouteGroupBuilder MapApiGroup(this IEndpointRouteBuilder app) => app.MapGroup(Prefix).RequireAuthorization().DisableAntiforgery().AddEndpointFilter<RouteGroupBuilder, ApiLimit>().AddEndpointFilter<RouteGroupBuilder, QueryFlags>();
}
