using Microsoft.Extensions.DependencyInjection;
using Opbx.Core.Organizations.Acting;
using Quartz;

namespace Opbx.Core.Organizations;

public static class OrganizationsModule
{
    /// <summary>Creating, suspending and erasing organizations, and acting for them. <see cref="SetupLink"/> is registered by the host,
    /// which knows the environment.</summary>
    public static IServiceCollection AddOrganizations(this IServiceCollection services) => services
        .AddSingleton<Provisioning>()
        .AddSingleton<SetupEditor>()
        .AddSingleton<Bootstrap>()
        .AddSingleton<ActingEditor>()
        .AddHostedService<ActingClock>()
        .AddSingleton<OrganizationDirectory>()
        .AddSingleton<PlatformProvisioning>()
        .AddSingleton<OrganizationStatus>()
        .AddSingleton<OrganizationEditor>()
        .AddSingleton<PbxFiles>()
        .AddSingleton<OrganizationEraser>();

    public static void AddOrganizationJobs(this IQuartzBuilder q) => q.ScheduleJob<OrganizationRemovalJob>(
        trigger => trigger.WithIdentity("organization-removal").StartNow()
            .WithSimpleSchedule(s => s.WithInterval(TimeSpan.FromMinutes(30)).RepeatForever()),
        job => job.WithIdentity("organization-removal"));
}
