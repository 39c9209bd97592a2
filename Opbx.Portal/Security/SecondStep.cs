using Opbx.Core.Users;
using Opbx.Core.Users.Locks;
using Opbx.Core.Users.SecondFactors;

namespace Opbx.Portal.Security;

/// <summary>The second step of signing in, after the password: a code, or setting up a required second factor.</summary>
public sealed class SecondStep(HalfSignIn half, SecondFactorCheck factors, SecondFactorEditor editor, SignInLocks locks,
    KnownDevices devices, SessionStart sessions)
{
    /// <summary>The person whose second step is missing; null when the first was too long ago.</summary>
    public Task<User?> FindAsync() => half.FindAsync();

    /// <summary>Begins the session; false when the code is wrong or was used before, or after too many wrong ones.</summary>
    public async Task<bool> CompleteAsync(User user, string? code, bool recovery, CancellationToken cancel)
    {
        var device = devices.For(user.Id);
        if (!await locks.CountAsync(user, device, cancel)) return false;
        var matches = recovery ? await factors.AcceptRecoveryCodeAsync(user.Id, code, cancel)
            : await factors.AcceptCodeAsync(user.Id, code, cancel);
        if (!matches) return false;
        await BeginAsync(user, device, cancel);
        return true;
    }

    /// <summary>Switches the second factor on with a first code and begins the session.</summary>
    public async Task<Result<NewRecoveryCodes>> SetUpAsync(User user, byte[] key, string? code, CancellationToken cancel)
    {
        var made = await editor.SwitchOnAsync(user.Id, key, code, cancel);
        if (!made.Ok) return made;
        // Read again: the security stamp has changed.
        if (await half.ReadAsync(user.Id) is { } changed) await BeginAsync(changed, devices.For(user.Id), cancel);
        return made;
    }

    private async Task BeginAsync(User user, string device, CancellationToken cancel)
    {
        await locks.ClearAsync(user.Id, device, cancel);
        await half.ClearAsync();
        await sessions.BeginAsync(user, cancel);
    }
}
