using Microsoft.AspNetCore.Identity;
using Opbx.Core.Users;
using Opbx.Core.Users.Locks;

namespace Opbx.Portal.Security;

/// <summary>Checks passwords: few at once, limited per account, and in constant time, whether there is an account or not.</summary>
public sealed class PasswordCheck(UserManager<User> users, SignInManager<User> signIn, HashingGate gate, Passwords passwords,
    SignInLocks locks, KnownDevices devices)
{
    /// <summary>The result for a null user is the same as for a wrong password.</summary>
    public async Task<PasswordVerdict> CheckAsync(User? user, string? password, CancellationToken cancel)
    {
        using var place = await gate.EnterAsync(cancel);
        if (!place.IsAcquired) return PasswordVerdict.TooBusy;
        var tried = password is { Length: <= AccountRules.LongestPassword } ? password : "";
        if (user?.PasswordHash is null || !await signIn.CanSignInAsync(user) || !await locks.CountAsync(user, devices.For(user.Id), cancel))
        {
            passwords.PretendToCheck(tried);
            return PasswordVerdict.Wrong;
        }

        return await users.CheckPasswordAsync(user, tried) ? PasswordVerdict.Right : PasswordVerdict.Wrong;
    }

    public Task ForgiveAsync(User user, CancellationToken cancel) => locks.ClearAsync(user.Id, devices.For(user.Id), cancel);
}
