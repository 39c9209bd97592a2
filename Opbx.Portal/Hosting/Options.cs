using Opbx.Core.Shared;

namespace Opbx.Portal.Hosting;

/// <summary>Binds the start-up configuration and reports every fault of it at once.</summary>
public static class Options
{
    /// <summary>Binds every section.</summary>
    public static void AddPortalOptions(this WebApplicationBuilder builder)
    {
        builder.Services.Configure<PortalOptions>(builder.Configuration.GetSection(PortalOptions.Section));
        builder.Services.Configure<DatabaseOptions>(builder.Configuration.GetSection(DatabaseOptions.Section));
        builder.Services.Configure<CloudonixOptions>(builder.Configuration.GetSection(CloudonixOptions.Section));
        builder.Services.Configure<SandboxOptions>(builder.Configuration.GetSection(SandboxOptions.Section));
        builder.Services.Configure<IntegrationOptions>(builder.Configuration.GetSection(IntegrationOptions.Section));
    }
}
