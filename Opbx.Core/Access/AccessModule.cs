using Microsoft.Extensions.DependencyInjection;
using Opbx.Core.Access.Acting;
using Opbx.Core.Access.Choices;
using Opbx.Core.Access.Letters;
using Opbx.Core.Access.Locks;
using Opbx.Core.Access.Organizations;
using Opbx.Core.Access.Passkeys;
using Opbx.Core.Access.SecondFactors;
using Opbx.Core.Access.Sessions;
using Opbx.Core.Configuration;
using Opbx.Core.History;
using Quartz;

namespace Opbx.Core.Access;

/// <summary>Registers this feature.</summary>
public static class AccessModule
{
    /// <summary>Users, API keys, organizations and the set-up. <see cref="SetupLink"/> is registered by the host, which knows the environment.</summary>
    public static IServiceCollection AddAccess(this IServiceCollection services) => services
        .AddSingleton<ApiKeyIndex>()
        .AddSingleton(_ => new HashingGate())
        .AddSingleton<Passwords>()
        .AddSingleton<Founding>()
        .AddSingleton<SetupEditor>()
        .AddSingleton<Bootstrap>()
        .AddSingleton<ApiKeyEditor>()
        .AddSingleton<InvitationLinks>()
        .AddSingleton<Invitations>()
        .AddSingleton<PasswordEditor>()
        .AddSingleton<LostAccess>()
        .AddSingleton<InvitationMail>()
        .AddSingleton<LastSignIns>()
        .AddSingleton<OwnAccount>()
        .AddSingleton<OwnLinks>()
        .AddSingleton<SessionEnds>()
        .AddSingleton<SessionEditor>()
        .AddSingleton<SessionRegister>()
        .AddSingleton<PasskeyEditor>()
        .AddSingleton<SecondFactorCheck>()
        .AddSingleton<SecondFactorEditor>()
        .AddSingleton<SignInLimits>()
        .AddSingleton<SignInLocks>()
        .AddSingleton<SignInRules>()
        .AddSingleton<AccountLetters>()
        .AddHostedService(provider => provider.GetRequiredService<AccountLetters>())
        .AddSingleton<ResetRequests>()
        .AddHostedService(provider => provider.GetRequiredService<ResetRequests>())
        .AddSingleton<UserDirectory>()
        .AddSingleton<UserEditor>()
        .AddSingleton<IConfigurationObserver, LinkedPeople>()
        .AddSingleton<UserChoices>()
        .AddSingleton<ActingGrants>()
        .AddSingleton<ActingEditor>()
        .AddHostedService<ActingClock>()
        .AddSingleton<SuspendedOrganizations>()
        .AddSingleton<OrganizationDirectory>()
        .AddSingleton<OrganizationFounder>()
        .AddSingleton<OrganizationDoors>()
        .AddSingleton<OrganizationEditor>()
        .AddSingleton<PbxRemains>()
        .AddSingleton<OrganizationEraser>()
        .AddSingleton<HistoryDirectory>();

    /// <summary>What happens by the clock.</summary>
    public static void AddAccessJobs(this IQuartzBuilder q) => q.ScheduleJob<OrganizationRemovalJob>(
        trigger => trigger.WithIdentity("organization-removal").StartNow().WithSimpleSchedule(s => s.WithInterval(TimeSpan.FromMinutes(30)).RepeatForever()),
        job => job.WithIdentity("organization-removal"));
}
