using Microsoft.EntityFrameworkCore;
using Opbx.Core.Persistence;

namespace Opbx.Core.Users.SecondFactors;

/// <summary>Checks codes of authenticator apps and recovery codes. An accepted code is used up in the same statement, so that of
/// two requests with one code only one passes.</summary>
public sealed class SecondFactorCheck(Database database, SecretProtector protector, TimeProvider clock)
{
    private const int Longest = 100;

    /// <summary>Whether the code is a valid, unused one of the person's app.</summary>
    public async Task<bool> AcceptCodeAsync(Guid userId, string? code, CancellationToken cancel)
    {
        await using var db = database.OpenUnrestricted();
        var cipher = await db.SecondFactors.Where(f => f.UserId == userId).Select(f => f.ProtectedKey).FirstOrDefaultAsync(cancel);
        if (protector.Unprotect(SecondFactor.Purpose(userId), cipher) is not { } key || code is not { Length: <= Longest }) return false;
        return AuthenticatorKeys.FindStep(Convert.FromBase64String(key), code, clock.GetUtcNow()) is { } step
            && await db.SecondFactors.Where(f => f.UserId == userId && f.LastStep < step)
            .ExecuteUpdateAsync(set => set.SetProperty(f => f.LastStep, step), cancel) == 1;
    }

    /// <summary>Whether the code is a recovery code of the person, which is then deleted.</summary>
    public async Task<bool> AcceptRecoveryCodeAsync(Guid userId, string? code, CancellationToken cancel)
    {
        if (code is not { Length: <= Longest }) return false;
        var hash = RecoveryCode.HashOf(userId, code);
        await using var db = database.OpenUnrestricted();
        return await db.RecoveryCodes.Where(c => c.UserId == userId && c.Hash == hash).ExecuteDeleteAsync(cancel) == 1;
    }

    /// <summary>Whether a person's second factor is enabled, and how many recovery codes are left.</summary>
    public async Task<SecondFactorState> StateAsync(Guid userId, CancellationToken cancel)
    {
        await using var db = database.OpenUnrestricted();
        var since = await db.SecondFactors.Where(f => f.UserId == userId).Select(f => (DateTimeOffset?)f.CreatedAt)
            .FirstOrDefaultAsync(cancel);
        return new SecondFactorState(since, await db.RecoveryCodes.CountAsync(c => c.UserId == userId, cancel));
    }
}
