using Opbx.Core.Access;
using Opbx.Core.Calls;
using Opbx.Core.Cloudonix;
using Opbx.Core.Configuration;
using Opbx.Core.Integrations;
using Opbx.Core.Mail;
using Opbx.Core.Notices;
using Opbx.Core.Persistence;
using Opbx.Core.Privacy;
using Opbx.Core.Prompts;
using Opbx.Core.Recordings;
using Opbx.Core.Retention;
using Opbx.Core.Routing;
using Opbx.Core.ScheduledChanges;
using Opbx.Core.Voicemail;
using Opbx.Portal.Components;
using Opbx.Portal.Features.Api;
using Opbx.Portal.Features.CloudonixEvents;
using Opbx.Portal.Features.Downloads;
using Opbx.Portal.Features.Inspector;
using Opbx.Portal.Features.Prompts;
using Opbx.Portal.Features.Recordings;
using Opbx.Portal.Features.SignIn;
using Opbx.Portal.Features.Voice;
using Opbx.Portal.Hosting;
using Opbx.Portal.Sandbox;
using Opbx.Portal.Security;

if (HealthProbe.IsAskedBy(args)) return await HealthProbe.RunAsync();

var builder = WebApplication.CreateBuilder(args);
if (!builder.AddPortalOptions()) return 1;
builder.AddPortalLogging();
builder.Services
    .AddPersistence()
    .AddMail()
    .AddAccess()
    .AddPbxConfiguration()
    .AddPrompts()
    .AddCallRouting()
    .AddCloudonix()
    .AddCalls()
    .AddRecordings()
    .AddVoicemail()
    .AddNotices()
    .AddScheduledChanges()
    .AddIntegrations()
    .AddRetention()
    .AddPrivacy()
    .AddSandbox()
    .AddSchedule()
    .AddPortalSecurity()
    .AddApi()
    .AddPages();

var app = builder.Build();
if (!await app.PrepareAsync()) return 1;
if (AccessCommand.IsAskedBy(args)) return await AccessCommand.RunAsync(app.Services, args);
app.UsePortalPipeline();
app.MapHealth();
app.MapVoice();
app.MapCloudonixEvents();
app.MapInspectors();
app.MapPromptAudio();
app.MapAudio();
app.MapApi();
app.MapSandbox();
app.MapDownloads();
app.MapPasskeys();
app.MapPages();
return await app.ServeAsync();

/// <summary>The entry point; named for the test host.</summary>
public partial class Program;
