using Microsoft.Extensions.DependencyInjection;
using Opbx.Core.Configuration;
using Opbx.Core.Notices;
using Opbx.Core.Users.Acting;
using Opbx.Core.Users.Choices;
using Opbx.Core.Users.Locks;
using Opbx.Core.Users.Mails;
using Opbx.Core.Users.Passkeys;
using Opbx.Core.Users.SecondFactors;
using Opbx.Core.Users.SelfService;
using Opbx.Core.Users.Sessions;

namespace Opbx.Core.Users;

public static class UsersModule
{
    /// <summary>People, their sign-in, second factors and sessions, and API keys.</summary>
    public static IServiceCollection AddUsers(this IServiceCollection services) => services
        .AddSingleton<ApiKeyIndex>()
        .AddSingleton(_ => new HashingGate())
        .AddSingleton<Passwords>()
        .AddSingleton<ApiKeyEditor>()
        .AddSingleton<InvitationLinks>()
        .AddSingleton<Invitations>()
        .AddSingleton<PasswordEditor>()
        .AddSingleton<AccessRecovery>()
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
        .AddSingleton<AccountMails>()
        .AddHostedService(provider => provider.GetRequiredService<AccountMails>())
        .AddSingleton<PasswordResetQueue>()
        .AddHostedService(provider => provider.GetRequiredService<PasswordResetQueue>())
        .AddSingleton<UserDirectory>()
        .AddSingleton<UserEditor>()
        .AddSingleton<INoticeRecipients, Owners>()
        .AddSingleton<OwnExtensionEditor>()
        .AddSingleton<CoverEditor>()
        .AddSingleton<IConfigurationObserver, LinkedPeople>()
        .AddSingleton<UserChoices>()
        .AddSingleton<ActingGrants>();
}
