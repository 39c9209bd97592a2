using System.Net;
using Microsoft.AspNetCore.Identity;
using Opbx.Core.Users;
using Opbx.Core.Users.Passkeys;

namespace Opbx.Portal.Security;

/// <summary>Adds passkeys and signs in with them. A passkey requires finger, face or PIN: two factors, so no code is asked for.</summary>
public sealed class PasskeyFlow(SignInManager<User> signIn, PasswordCheck check, PasskeyEditor editor, SessionStart sessions,
    TimeProvider clock)
{
    /// <summary>Whether passkeys work at this address: https or localhost, and a host name instead of an IP address.</summary>
    public static bool IsPossible(PublicAddress address) =>
        Uri.TryCreate(address.Url, UriKind.Absolute, out var url) && !IPAddress.TryParse(url.Host.Trim('[', ']'), out _)
            && (url.Scheme == Uri.UriSchemeHttps || url.Host == "localhost");

    /// <summary>Options for the browser to create a passkey; the challenge is stored in a cookie.</summary>
    public async Task<string?> CreationAsync(Actor actor) =>
        actor.UserId is { } id && await signIn.UserManager.FindByIdAsync(id.ToString()) is { } user
            ? await signIn.MakePasskeyCreationOptionsAsync(
                new PasskeyUserEntity { Id = user.Id.ToString(), Name = user.UserName ?? "", DisplayName = user.DisplayName })
            : null;

    /// <summary>Options for the browser to use a passkey, whosever it is.</summary>
    public Task<string> RequestAsync() => signIn.MakePasskeyRequestOptionsAsync(user: null!);

    public async Task<Result<Done>> AddAsync(Actor actor, string? name, string? password, string? credential, CancellationToken cancel)
    {
        var errors = new FieldErrors();
        if (PasskeyEditor.NameFault(name) is { } fault) errors.Add("/name", fault);
        if (!errors.IsEmpty) return Failure.Invalid(errors);
        if (actor.UserId is not { } id || await signIn.UserManager.FindByIdAsync(id.ToString()) is not { } user) return Failure.Forbidden();
        var verdict = await check.CheckAsync(user, password, cancel);
        if (verdict != PasswordVerdict.Right)
        {
            errors.Add("/password",
                "This is not your present password, or there were too many wrong ones. Check it, or wait some minutes.");
            return Failure.Invalid(errors);
        }

        await check.ForgiveAsync(user, cancel);
        var made = string.IsNullOrEmpty(credential) ? null : await AttestAsync(credential);
        if (made is not { Succeeded: true, Passkey: { } passkey } || made.UserEntity?.Id != user.Id.ToString())
            return new Failure(FailureKind.Conflict, "Your device did not make a passkey, or it took too long. Please try again.");
        return await editor.AddAsync(user, PasskeyRows.Row(user, passkey, name!, clock.GetUtcNow()), cancel);
    }

    /// <summary>Begins the passkey owner's session; false when it is unknown or removed, or its owner cannot sign in.</summary>
    public async Task<bool> SignInAsync(string? credential, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(credential)) return false;
        var given = await AssertAsync(credential);
        if (given is not { Succeeded: true, User: { } user, Passkey: { } passkey } || !await signIn.CanSignInAsync(user)) return false;
        await signIn.UserManager.AddOrUpdatePasskeyAsync(user, passkey);
        await editor.UsedAsync(user, passkey.CredentialId, cancel);
        await check.ForgiveAsync(user, cancel);
        await sessions.BeginAsync(user, cancel);
        return true;
    }

    // Without the challenge's cookie Identity throws: an old form was sent.
    private async Task<PasskeyAttestationResult?> AttestAsync(string credential)
    {
        try
        {
            return await signIn.PerformPasskeyAttestationAsync(credential);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private async Task<PasskeyAssertionResult<User>?> AssertAsync(string credential)
    {
        try
        {
            return await signIn.PerformPasskeyAssertionAsync(credential);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
