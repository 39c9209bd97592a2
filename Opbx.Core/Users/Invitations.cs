using Microsoft.EntityFrameworkCore;
using Opbx.Core.Persistence;
using Opbx.Core.Persistence.Tenancy;
using Opbx.Core.Users.Locks;

namespace Opbx.Core.Users;

/// <summary>What an invited person sees and does before there is a session.</summary>
public sealed class Invitations(Database database, InvitationLinks links, PasswordEditor passwords, SignInLocks locks)
{
    /// <summary>Null when the token is used up, expired or invalid.</summary>
    public async Task<Invitation?> FindAsync(string? token, CancellationToken cancel)
    {
        await using var db = database.OpenUnrestricted();
        return await InvitedAsync(db, token, cancel) is { } user
            ? new Invitation(
                user.Email!, user.DisplayName,
                (await db.Organizations.AsNoTracking().FirstAsync(o => o.Id == user.OrganizationId, cancel)).Name,
                user.PasswordHash is not null)
            : null;
    }

    /// <summary>Sets the password and uses up the link; returns the person, who can then be signed in.</summary>
    public async Task<Result<Guid>> AcceptAsync(string? token, string? password, CancellationToken cancel)
    {
        await using var db = database.OpenUnrestricted();
        if (await InvitedAsync(db, token, cancel) is not { } user)
            return new Failure(FailureKind.NotFound, "This invitation is not valid any more. Ask for a new one.");
        var set = await passwords.SetAsync(user.Id, password, "/password", cancel);
        if (!set.Ok) return set.Failure;
        await locks.ClearAsync(user.Id, cancel);
        return user.Id;
    }

    private async Task<User?> InvitedAsync(OpbxDbContext db, string? token, CancellationToken cancel)
    {
        if (links.Read(token) is not var (id, stamp)) return null;
        return await db.Users.FirstOrDefaultAsync(u => u.Id == id && u.SecurityStamp == stamp && u.Active, cancel);
    }
}
