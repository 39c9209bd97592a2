using Microsoft.Extensions.DependencyInjection;
using Opbx.Core.Access.Acting;
using Opbx.Core.Access.Choices;
using Opbx.Core.Access.Letters;
using Opbx.Core.Access.Locks;
using Opbx.Core.Access.Passkeys;
using Opbx.Core.Access.SecondFactors;
using Opbx.Core.Access.Sessions;
using Opbx.Core.Configuration;
using Opbx.Core.Extensions;
using Opbx.Core.ScheduledChanges;

namespace Opbx.Core.Access;

/// <summary>Registers this feature.</summary>
public static class AccessModule
{
    /// <summary>People, their sign-in, second factors and sessions, and API keys.</summary>
    public static IServiceCollection AddAccess(this IServiceCollection services) => services
        .AddSingleton<ApiKeyIndex>()
        .AddSingleton(_ => new HashingGate())
        .AddSingleton<Passwords>()
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
        .AddSingleton<OwnExtensionEditor>()
        .AddSingleton<CoverEditor>()
        .AddSingleton<IConfigurationObserver, LinkedPeople>()
        .AddSingleton<UserChoices>()
        .AddSingleton<ActingGrants>();
}
