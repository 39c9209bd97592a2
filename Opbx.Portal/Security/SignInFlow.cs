using System.Net;
using Microsoft.AspNetCore.Identity;
using Opbx.Core.Users;
using Opbx.Core.Users.Locks;
using Opbx.Core.Users.SecondFactors;

namespace Opbx.Portal.Security;

/// <summary>Signing in with e-mail address and password; for static pages, which can still set cookies.</summary>
public sealed class SignInFlow(UserManager<User> users, PasswordCheck check, SignInLimits limits, SignInRules rules, HalfSignIn half,
    SessionStart sessions)
{
    /// <summary>Begins a session when no second step is needed.</summary>
    public async Task<SignInOutcome> SignInAsync(string? email, string? password, IPAddress? from, CancellationToken cancel)
    {
        var account = email?.Trim() is { Length: <= AccountRules.LongestEmail } typed ? typed : "";
        if (!limits.TryAcquire(from, account)) return SignInOutcome.TooBusy;
        var user = account.Length == 0 ? null : await users.FindByEmailAsync(account);
        var verdict = await check.CheckAsync(user, password, cancel);
        if (verdict == PasswordVerdict.TooBusy) return SignInOutcome.TooBusy;
        if (verdict == PasswordVerdict.Wrong || user is null) return SignInOutcome.Refused;
        limits.Return(from, account);
        return await GoOnAsync(user, cancel);
    }

    /// <summary>For a person whose password is known to be right, for example because it was just chosen.</summary>
    public async Task<SignInOutcome> SignInAsync(Guid userId, CancellationToken cancel) =>
        await users.FindByIdAsync(userId.ToString()) is { Active: true } user ? await GoOnAsync(user, cancel) : SignInOutcome.Refused;

    public Task SignOutAsync(CancellationToken cancel) => sessions.EndAsync(cancel);

    private async Task<SignInOutcome> GoOnAsync(User user, CancellationToken cancel)
    {
        if (user.TwoFactorEnabled || await rules.IsOverdueAsync(user.Id, cancel))
        {
            await half.SaveAsync(user);
            return user.TwoFactorEnabled ? SignInOutcome.CodeNeeded : SignInOutcome.SetUpNeeded;
        }

        await check.ForgiveAsync(user, cancel);
        await sessions.BeginAsync(user, cancel);
        return SignInOutcome.SignedIn;
    }
}
