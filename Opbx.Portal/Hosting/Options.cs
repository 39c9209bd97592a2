using Microsoft.Extensions.DependencyInjection.Extensions;
using Opbx.Core.Calls.Recordings;
using Opbx.Core.Mail;
using Opbx.Core.Retention;
using Opbx.Portal.Http;

namespace Opbx.Portal.Hosting;

/// <summary>Binds the start-up configuration and reports all its errors at once.</summary>
public static class Options
{
    private static readonly (string Section, Type Type)[] Sections =
    [
        (PortalOptions.Section, typeof(PortalOptions)),
        (DatabaseOptions.Section, typeof(DatabaseOptions)),
        (CloudonixOptions.Section, typeof(CloudonixOptions)),
        (SandboxOptions.Section, typeof(SandboxOptions)),
        (IntegrationOptions.Section, typeof(IntegrationOptions)),
        (RecordingOptions.Section, typeof(RecordingOptions)),
        (RetentionOptions.Section, typeof(RetentionOptions)),
        (MailOptions.Section, typeof(MailOptions)),
        (MetricsOptions.Section, typeof(MetricsOptions)),
    ];

    /// <summary>False when something is wrong, after writing it to the error stream, one sentence per line.</summary>
    public static bool AddPortalOptions(this WebApplicationBuilder builder)
    {
        var faults = Faults(builder.Configuration, builder.Environment.IsDevelopment());
        foreach (var fault in faults) Console.Error.WriteLine(fault);
        if (faults.Count > 0) return false;

        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<PublicAddress>();
        builder.Services.Configure<PortalOptions>(builder.Configuration.GetSection(PortalOptions.Section));
        builder.Services.Configure<DatabaseOptions>(builder.Configuration.GetSection(DatabaseOptions.Section));
        builder.Services.Configure<CloudonixOptions>(builder.Configuration.GetSection(CloudonixOptions.Section));
        builder.Services.Configure<SandboxOptions>(builder.Configuration.GetSection(SandboxOptions.Section));
        builder.Services.Configure<IntegrationOptions>(builder.Configuration.GetSection(IntegrationOptions.Section));
        builder.Services.Configure<RecordingOptions>(builder.Configuration.GetSection(RecordingOptions.Section));
        builder.Services.Configure<RetentionOptions>(builder.Configuration.GetSection(RetentionOptions.Section));
        builder.Services.Configure<MailOptions>(builder.Configuration.GetSection(MailOptions.Section));
        builder.Services.Configure<MetricsOptions>(builder.Configuration.GetSection(MetricsOptions.Section));
        builder.WebHost.ConfigureKestrel(BodyLimits.Apply);
        return true;
    }

    /// <summary>All errors of the configuration, as sentences that name the key as written in the environment.</summary>
    internal static IReadOnlyList<string> Faults(IConfiguration configuration, bool development)
    {
        var faults = new List<string>();
        foreach (var (section, type) in Sections) SectionReader.FindFaults(configuration.GetSection(section), type, faults);
        if (Read<PortalOptions>(configuration, PortalOptions.Section) is { } portal)
        {
            OptionRules.CheckPortal(portal, development, faults);
            OptionRules.CheckBootstrap(portal.Bootstrap, faults);
        }

        if (Read<DatabaseOptions>(configuration, DatabaseOptions.Section) is { } database)
            OptionRules.CheckDatabase(database, configuration.GetConnectionString("Opbx"), faults);
        if (Read<CloudonixOptions>(configuration, CloudonixOptions.Section) is { } cloudonix)
            OptionRules.CheckAddress("Cloudonix__ApiUrl", cloudonix.ApiUrl, faults);
        if (Read<IntegrationOptions>(configuration, IntegrationOptions.Section) is { } integrations)
            OptionRules.CheckIntegrations(integrations, faults);
        if (Read<RecordingOptions>(configuration, RecordingOptions.Section) is { } recordings)
            MediaRules.CheckRecordings(recordings, faults);
        if (Read<RetentionOptions>(configuration, RetentionOptions.Section) is { } retention) MediaRules.CheckRetention(retention, faults);
        if (Read<MailOptions>(configuration, MailOptions.Section) is { } mail) MediaRules.CheckMail(mail, faults);
        if (Read<MetricsOptions>(configuration, MetricsOptions.Section) is { } metrics)
            OptionRules.CheckNetworks("Metrics__AllowedNetworks", metrics.AllowedNetworks, faults);
        return faults;
    }

    /// <summary>Null when a value cannot be read; that is already reported as an error.</summary>
    private static T? Read<T>(IConfiguration configuration, string section)
        where T : class, new()
    {
        try
        {
            return configuration.GetSection(section).Get<T>() ?? new T();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
