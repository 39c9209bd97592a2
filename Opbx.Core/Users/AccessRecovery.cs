using Microsoft.EntityFrameworkCore;
using Opbx.Core.Audit;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;
using Opbx.Core.Users.Locks;

namespace Opbx.Core.Users;

/// <summary>Restores access for a person who has lost every way to sign in; only for operators of the machine.</summary>
public sealed class AccessRecovery(Database database, InvitationLinks links, SignInLocks locks, TimeProvider clock)
{
    /// <summary>A link to choose a new password. Also disables the second factor, activates the account and ends the person's
    /// sessions.</summary>
    public async Task<Result<string>> LinkAsync(string email, CancellationToken cancel)
    {
        var normal = Accounts.Normal(email);
        await using var db = database.OpenUnrestricted();
        if (await db.Users.FirstOrDefaultAsync(u => u.NormalizedUserName == normal, cancel) is not { } user)
            return Failure.NotFound("An account with this e-mail address");
        var before = Accounts.Describe(user);
        (user.TwoFactorEnabled, user.Active, user.SecurityStamp, user.ConcurrencyStamp) =
            (false, true, Accounts.NewStamp(), Guid.NewGuid().ToString());
        db.SecondFactors.RemoveRange(await db.SecondFactors.Where(f => f.UserId == user.Id).ToListAsync(cancel));
        db.RecoveryCodes.RemoveRange(await db.RecoveryCodes.Where(c => c.UserId == user.Id).ToListAsync(cancel));
        db.History.Add(
            AuditEntries.Changed(Actor.System(user.OrganizationId, "operator of the machine"), AuditEntries.Users, user.UserName!, before,
                Accounts.Describe(user), clock.GetUtcNow()));
        await db.SaveChangesAsync(cancel);
        await locks.ClearAsync(user.Id, cancel);
        return links.Create(user);
    }
}
