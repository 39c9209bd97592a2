using Microsoft.AspNetCore.Identity;
using Opbx.Core.Access;
using Opbx.Core.Shared;

namespace Opbx.Portal.Security;

/// <summary>What came of an attempt to sign in.</summary>
public enum SignInOutcome
{
    /// <summary>The session has begun.</summary>
    SignedIn,

    /// <summary>Unknown address, wrong password, locked or not allowed: outsiders do not learn which.</summary>
    Refused,

    /// <summary>Too many attempts are being checked; answer with status 429.</summary>
    TooBusy,
}

/// <summary>Signing in, signing out and changing the own password; for static pages, which can still set cookies.</summary>
public sealed class SignInFlow(SignInManager<User> signIn, UserManager<User> users, HashingGate gate, Passwords passwords, LastSignIns last, SessionEnds ends)
{
    /// <summary>Checks address and password and begins a session.</summary>
    public async Task<SignInOutcome> SignInAsync(string? email, string? password, CancellationToken cancel)
    {
        using var place = await gate.EnterAsync(cancel);
        if (!place.IsAcquired) return SignInOutcome.TooBusy;
        var tried = password is { Length: <= AccountRules.LongestPassword } ? password : "";
        var user = string.IsNullOrWhiteSpace(email) ? null : await users.FindByEmailAsync(email.Trim());
        if (user?.PasswordHash is null || await users.IsLockedOutAsync(user) || !await signIn.CanSignInAsync(user))
        {
            passwords.PretendToCheck(tried);
            return SignInOutcome.Refused;
        }

        var result = await signIn.PasswordSignInAsync(user, tried, isPersistent: false, lockoutOnFailure: true);
        if (!result.Succeeded) return SignInOutcome.Refused;
        await last.RememberAsync(user.Id, cancel);
        return SignInOutcome.SignedIn;
    }

    /// <summary>Begins a session of a person who has just proved to be the one, for example by the set-up.</summary>
    public async Task SignInAsync(Guid userId)
    {
        if (await users.FindByIdAsync(userId.ToString()) is not { } user || !await signIn.CanSignInAsync(user)) return;
        await signIn.SignInAsync(user, isPersistent: false);
        await last.RememberAsync(user.Id, CancellationToken.None);
    }

    /// <summary>Changes the person's own password; other sessions end, this one stays.</summary>
    public async Task<Result<Done>> ChangePasswordAsync(Actor actor, string? present, string? wanted, CancellationToken cancel)
    {
        var errors = new FieldErrors();
        if (AccountRules.PasswordFault(wanted) is { } fault) errors.Add("/newPassword", fault);
        if (!errors.IsEmpty) return Failure.Invalid(errors);
        using var place = await gate.EnterAsync(cancel);
        if (!place.IsAcquired) return new Failure(FailureKind.Conflict, "The portal is busy. Please try again in a moment.");
        if (actor.UserId is not { } id || await users.FindByIdAsync(id.ToString()) is not { } user) return Failure.Forbidden();
        if (await users.IsLockedOutAsync(user)) return new Failure(FailureKind.Conflict, "There were too many wrong passwords. Please wait some minutes.");
        if ((await users.ChangePasswordAsync(user, present is { Length: <= AccountRules.LongestPassword } ? present : "", wanted!)).Succeeded)
        {
            await signIn.RefreshSignInAsync(user);
            await ends.TellAsync(user.Id, user.SecurityStamp);
            return default(Done);
        }

        await users.AccessFailedAsync(user);
        errors.Add("/presentPassword", "This is not your present password.");
        return Failure.Invalid(errors);
    }

    /// <summary>Ends the session.</summary>
    public Task SignOutAsync() => signIn.SignOutAsync();
}
