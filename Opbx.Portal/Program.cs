using Opbx.Core;
using Opbx.Portal.Hosting;
using Opbx.Portal.Hosting.Observability;

if (HealthProbe.IsAskedBy(args)) return await HealthProbe.RunAsync();

var builder = WebApplication.CreateBuilder(args);
if (!builder.AddPortalOptions()) return 1;
builder.AddPortalLogging();
builder.AddTelemetry();
builder.Services.AddOpbxCore();
builder.Services.AddOpbxPortal();

var app = builder.Build();
if (!await app.PrepareAsync()) return 1;
if (AccessCommand.IsAskedBy(args)) return await AccessCommand.RunAsync(app.Services, args);
app.UsePortalPipeline();
app.MapOpbx();
return await app.ServeAsync();

/// <summary>The entry point; named for the test host.</summary>
public partial class Program;
