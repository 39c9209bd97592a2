using Microsoft.EntityFrameworkCore;
using Opbx.Core.Audit;
using Opbx.Core.Persistence;
using Opbx.Core.Persistence.Tenancy;
using Opbx.Core.Users.Mails;

namespace Opbx.Core.Users;

/// <summary>Sets passwords. Callers have authenticated the person by the current password or by a link.</summary>
public sealed class PasswordEditor(Database database, Passwords passwords, SessionEnds ends, AccountMails letters, TimeProvider clock)
{
    /// <summary>Notifies the person and records it in the history; every session and link ends.</summary>
    /// <param name="pointer">The member that a password error refers to.</param>
    public async Task<Result<Done>> SetAsync(Guid userId, string? password, string pointer, CancellationToken cancel)
    {
        await using var db = database.OpenUnrestricted();
        if (await db.Users.FirstOrDefaultAsync(u => u.Id == userId && u.Active, cancel) is not { } user) return Failure.Forbidden();
        var organization = await db.Organizations.Where(o => o.Id == user.OrganizationId).Select(o => o.Name).FirstAsync(cancel);
        if (AccountRules.PasswordFault(password, user.Email, user.DisplayName, organization) is { } fault)
        {
            var errors = new FieldErrors();
            errors.Add(pointer, fault);
            return Failure.Invalid(errors);
        }

        var hash = await passwords.HashAsync(user, password!, cancel);
        if (!hash.Ok) return hash.Failure;
        var first = user.PasswordHash is null;
        (user.PasswordHash, user.SecurityStamp, user.ConcurrencyStamp) = (hash.Value, Accounts.NewStamp(), Guid.NewGuid().ToString());
        // Only someone who read a mail, received a link or signed in before can get here.
        user.EmailConfirmed = true;
        db.History.Add(AuditEntries.SecretTouched(user.ToActor(), AuditEntries.Users, user.UserName!, clock.GetUtcNow()));
        await db.SaveChangesAsync(cancel);
        await ends.NotifyAsync(user.Id, user.SecurityStamp);
        if (!first) letters.Send(AccountNotifications.PasswordChanged, user);
        return default(Done);
    }
}
