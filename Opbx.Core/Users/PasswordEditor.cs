using Microsoft.EntityFrameworkCore;
using Opbx.Core.Audit;
using Opbx.Core.Persistence;
using Opbx.Core.Persistence.Tenancy;
using Opbx.Core.Users.Letters;

namespace Opbx.Core.Users;

/// <summary>Sets passwords. Whoever calls it has made sure that it is the person: by the present password or by a link.</summary>
public sealed class PasswordEditor(Database database, Passwords passwords, SessionEnds ends, AccountMails letters, TimeProvider clock)
{
    /// <summary>Sets a person's password and tells the person and the history; every session and link ends.</summary>
    /// <param name="pointer">The member that a fault of the password is told for.</param>
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
        // Nobody sets a password who has not read a mail, or a link that was handed over, or signed in before.
        user.EmailConfirmed = true;
        db.History.Add(AuditEntries.SecretTouched(user.ToActor(), AuditEntries.Users, user.UserName!, clock.GetUtcNow()));
        await db.SaveChangesAsync(cancel);
        await ends.NotifyAsync(user.Id, user.SecurityStamp);
        if (!first) letters.Send(AccountNotifications.PasswordChanged, user);
        return default(Done);
    }
}
