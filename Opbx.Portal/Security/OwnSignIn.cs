using Microsoft.AspNetCore.Identity;
using Opbx.Core.Users;
using Opbx.Core.Users.SecondFactors;

namespace Opbx.Portal.Security;

/// <summary>Changes to the person's own sign-in; for static pages, because the session's cookie is renewed.</summary>
public sealed class OwnSignIn(UserManager<User> users, PasswordCheck check, SecondFactorCheck factors, SecondFactorEditor editor,
    PasswordEditor passwords, SessionStart sessions)
{
    /// <summary>Other sessions end, this one stays.</summary>
    public async Task<Result<Done>> ChangePasswordAsync(Actor actor, string? present, string? wanted, CancellationToken cancel)
    {
        if (await FindAsync(actor) is not { } user) return Failure.Forbidden();
        if (await RefusalAsync(user, present, "/presentPassword", cancel) is { } refusal) return refusal;
        await check.ForgiveAsync(user, cancel);
        var set = await passwords.SetAsync(user.Id, wanted, "/newPassword", cancel);
        if (set.Ok && await FindAsync(actor) is { } changed) await sessions.RenewAsync(changed, cancel);
        return set;
    }

    /// <summary>Switches the second factor on with a first code of the app; other sessions end.</summary>
    public async Task<Result<NewRecoveryCodes>> SwitchOnAsync(Actor actor, byte[] key, string? code, CancellationToken cancel)
    {
        if (actor.UserId is not { } id) return Failure.Forbidden();
        var made = await editor.SwitchOnAsync(id, key, code, cancel);
        if (made.Ok && await FindAsync(actor) is { } user) await sessions.RenewAsync(user, cancel);
        return made;
    }

    /// <summary>Switches the second factor off; other sessions end.</summary>
    public async Task<Result<Done>> SwitchOffAsync(Actor actor, string? password, string? code, CancellationToken cancel)
    {
        if (await FindAsync(actor) is not { } user) return Failure.Forbidden();
        if (await RefusalAsync(user, password, "/password", cancel) is { } refusal) return refusal;
        if (!await factors.AcceptCodeAsync(user.Id, code, cancel) && !await factors.AcceptRecoveryCodeAsync(user.Id, code, cancel))
            return SecondFactorEditor.WrongCode();
        await check.ForgiveAsync(user, cancel);
        var done = await editor.SwitchOffAsync(user.Id, cancel);
        if (done.Ok && await FindAsync(actor) is { } changed) await sessions.RenewAsync(changed, cancel);
        return done;
    }

    public async Task<Result<NewRecoveryCodes>> RenewCodesAsync(Actor actor, string? password, CancellationToken cancel)
    {
        if (await FindAsync(actor) is not { } user) return Failure.Forbidden();
        if (await RefusalAsync(user, password, "/password", cancel) is { } refusal) return refusal;
        await check.ForgiveAsync(user, cancel);
        return await editor.RenewCodesAsync(user.Id, cancel);
    }

    private async Task<User?> FindAsync(Actor actor) => actor.UserId is { } id ? await users.FindByIdAsync(id.ToString()) : null;

    private async Task<Failure?> RefusalAsync(User user, string? password, string pointer, CancellationToken cancel)
    {
        var verdict = await check.CheckAsync(user, password, cancel);
        if (verdict == PasswordVerdict.TooBusy)
            return new Failure(FailureKind.Conflict, "The portal is busy. Please try again in a moment.");
        if (verdict == PasswordVerdict.Right) return null;
        var errors = new FieldErrors();
        errors.Add(pointer, "This is not your present password, or there were too many wrong ones. Check it, or wait some minutes.");
        return Failure.Invalid(errors);
    }
}
