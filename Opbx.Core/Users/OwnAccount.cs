using Microsoft.EntityFrameworkCore;
using Opbx.Core.Audit;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;

namespace Opbx.Core.Users;

/// <summary>What everyone may do with their own account, whatever their role.</summary>
public sealed class OwnAccount(Database database, TimeProvider clock)
{
    /// <summary>A failure for API keys.</summary>
    public async Task<Result<UserItem>> GetAsync(Actor actor, CancellationToken cancel)
    {
        await using var db = database.OpenFor(actor.OrganizationId);
        return await FindAsync(db, actor, cancel) is { } user ? UserItem.From(user) : Failure.Forbidden();
    }

    public Task<Result<UserItem>> RenameAsync(Actor actor, string? name, CancellationToken cancel) =>
        ChangeAsync(
            actor,
            user =>
            {
                var errors = new FieldErrors();
                if (AccountRules.NameFault(name) is { } fault) errors.Add("/name", fault);
                if (!errors.IsEmpty) return Failure.Invalid(errors);
                user.DisplayName = name!.Trim();
                return null;
            },
            cancel);

    private static Task<User?> FindAsync(OpbxDbContext db, Actor actor, CancellationToken cancel) =>
        db.Users.FirstOrDefaultAsync(u => u.Id == actor.UserId, cancel);

    private async Task<Result<UserItem>> ChangeAsync(Actor actor, Func<User, Failure?> change, CancellationToken cancel)
    {
        await using var db = database.OpenFor(actor.OrganizationId);
        if (await FindAsync(db, actor, cancel) is not { } user) return Failure.Forbidden();
        var before = Accounts.Describe(user);
        if (change(user) is { } failure) return failure;
        user.ConcurrencyStamp = Guid.NewGuid().ToString();
        if (Accounts.Describe(user) is { } after && after != before)
            db.History.Add(AuditEntries.Changed(actor, AuditEntries.Users, user.UserName!, before, after, clock.GetUtcNow()));
        await db.SaveChangesAsync(cancel);
        return UserItem.From(user);
    }
}
