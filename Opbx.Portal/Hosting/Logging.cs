using Serilog;
using Serilog.Events;
using Serilog.Formatting.Json;

namespace Opbx.Portal.Hosting;

public static class Logging
{
    private const int DaysKept = 14;
    private const string Readable = "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}";

    /// <summary>Console (text in Development, else JSON) and a daily JSON file; without console if <c>Logging__Console=false</c>.</summary>
    public static void AddPortalLogging(this WebApplicationBuilder builder)
    {
        var portal = builder.Configuration.GetSection(PortalOptions.Section).Get<PortalOptions>() ?? new();
        var logger = new LoggerConfiguration()
            .MinimumLevel.Information()
            // These log URLs with their query, SQL and every step of a request; we log what matters ourselves.
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("System.Net.Http", LogEventLevel.Warning)
            .MinimumLevel.Override("Quartz", LogEventLevel.Warning)
            .MinimumLevel.Override("Polly", LogEventLevel.Fatal)
            .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection", LogEventLevel.Error)
            .MinimumLevel.Override(typeof(Security.ApiKeyHandler).FullName!, LogEventLevel.Warning)
            .Enrich.FromLogContext()
            .Enrich.With<WithoutPath>()
            .WriteTo.File(new JsonFormatter(renderMessage: true), Path.Combine(portal.DataDirectory, "logs", "opbx-.json"),
                rollingInterval: RollingInterval.Day, retainedFileCountLimit: DaysKept, shared: false);
        if (builder.Configuration.GetValue("Logging:Console", defaultValue: true))
        {
            logger = builder.Environment.IsDevelopment()
                ? logger.WriteTo.Console(outputTemplate: Readable, formatProvider: CultureInfo.InvariantCulture)
                : logger.WriteTo.Console(new JsonFormatter(renderMessage: true));
        }

        builder.Services.AddSerilog(logger.CreateLogger(), dispose: true);
    }
}

/// <summary>Removes the path that ASP.NET Core adds to every line of a request: the URLs given to Cloudonix are confidential.</summary>
internal sealed class WithoutPath : Serilog.Core.ILogEventEnricher
{
    public void Enrich(LogEvent logEvent, Serilog.Core.ILogEventPropertyFactory propertyFactory) =>
        logEvent.RemovePropertyIfPresent("RequestPath");
}
