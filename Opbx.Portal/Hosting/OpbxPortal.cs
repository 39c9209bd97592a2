using Opbx.Portal.Api;
using Opbx.Portal.Features.ApiKeys;
using Opbx.Portal.Features.Calls;
using Opbx.Portal.Features.Cloudonix;
using Opbx.Portal.Features.Configuration;
using Opbx.Portal.Features.Downloads;
using Opbx.Portal.Features.Findings;
using Opbx.Portal.Features.History;
using Opbx.Portal.Features.Inspector;
using Opbx.Portal.Features.Integrations;
using Opbx.Portal.Features.Organizations;
using Opbx.Portal.Features.Pbxs;
using Opbx.Portal.Features.Prompts;
using Opbx.Portal.Features.Recordings;
using Opbx.Portal.Features.ScheduledChanges;
using Opbx.Portal.Features.SignIn;
using Opbx.Portal.Features.Simulation;
using Opbx.Portal.Features.Users;
using Opbx.Portal.Features.Voicemail;
using Opbx.Portal.Features.Webhooks;
using Opbx.Portal.Hosting.Observability;
using Opbx.Portal.Sandbox;
using Opbx.Portal.Security;
using Opbx.Portal.Shell;

namespace Opbx.Portal.Hosting;

public static class OpbxPortal
{
    public static IServiceCollection AddOpbxPortal(this IServiceCollection services) => services
        .AddSchedule()
        .AddPortalSecurity()
        .AddApi()
        .AddWebhooks()
        .AddSandbox()
        .AddPages();

    public static void MapOpbx(this IEndpointRouteBuilder app)
    {
        app.MapHealth();
        app.MapMetrics();
        app.MapWebhooks();
        app.MapInspectors();
        app.MapPromptAudio();
        app.MapAudio();
        app.MapApiDescription();
        app.MapApiGroup().MapResources();
        app.MapSandbox();
        app.MapDownloads();
        app.MapPasskeys();
        app.MapPages();
    }

    private static void MapResources(this RouteGroupBuilder api)
    {
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
}
