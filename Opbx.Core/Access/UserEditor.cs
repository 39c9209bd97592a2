using Microsoft.EntityFrameworkCore;
using Opbx.Core.Configuration;
using Opbx.Core.Extensions;
using Opbx.Core.Persistence;
using Opbx.Core.Shared;

namespace Opbx.Core.Access;

/// <summary>Invites, changes and removes users. One owner always stays, nobody changes the own role, and Admins do not touch Owners and Admins.</summary>
public sealed class UserEditor(Database database, ConfigurationStore configuration, InvitationLinks links, TimeProvider clock) : IDisposable
{
    // One change at a time, so that two owners cannot remove each other in the same moment.
    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>Adds a person without a password; the link in the answer lets the person choose one.</summary>
    public async Task<Result<InvitedUser>> InviteAsync(Actor actor, string email, string? name, Role role, string? extension, CancellationToken cancel)
    {
        if (!MayTouch(actor, role)) return Failure.Forbidden();
        var errors = new FieldErrors();
        if (AccountRules.EmailFault(email.Trim()) is { } emailFault) errors.Add("/email", emailFault);
        if (name is not null && AccountRules.NameFault(name) is { } nameFault) errors.Add("/name", nameFault);
        var pbx = extension is null ? null : FindPbx(actor, extension);
        if (extension is not null && pbx is null) errors.Add("/extension", "There is no such user extension.");
        if (!errors.IsEmpty) return Failure.Invalid(errors);

        var now = clock.GetUtcNow();
        var user = Accounts.New(actor.OrganizationId, email, name ?? email, role, now);
        (user.PbxId, user.Extension) = (pbx, extension);
        await using var db = database.OpenFor(actor.OrganizationId);
        if (await Accounts.ExistsAsync(db, email, cancel)) return Accounts.Taken();
        db.Users.Add(user);
        db.History.Add(AccessHistory.Created(actor, AccessHistory.Users, user.UserName!, Accounts.Describe(user), now));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException) when (!cancel.IsCancellationRequested)
        {
            await using var again = database.OpenFor(actor.OrganizationId);
            if (await Accounts.ExistsAsync(again, email, cancel)) return Accounts.Taken();
            throw;
        }

        return new InvitedUser(UserItem.Of(user, now), links.Create(user));
    }

    /// <summary>A new link for a person who has lost the first one or the password; the old link and all sessions end.</summary>
    public Task<Result<InvitedUser>> InviteAgainAsync(Actor actor, Guid id, CancellationToken cancel) =>
        ChangeAsync(actor, id, (_, _) => Task.FromResult<Failure?>(null), user => new InvitedUser(UserItem.Of(user, clock.GetUtcNow()), links.Create(user)), cancel);

    /// <summary>Changes role or activity; null leaves a member as it is. The person's sessions end within a minute.</summary>
    public Task<Result<UserItem>> ChangeAsync(Actor actor, Guid id, Role? role, bool? active, CancellationToken cancel) =>
        ChangeAsync(
            actor,
            id,
            async (db, user) =>
            {
                if (role is { } wanted && wanted != user.Role && (user.Id == actor.UserId || !MayTouch(actor, wanted))) return user.Id == actor.UserId ? OwnRole() : Failure.Forbidden();
                if (active == false && user.Id == actor.UserId) return new Failure(FailureKind.Conflict, "You cannot deactivate yourself.");
                var stays = (role ?? user.Role) == Role.Owner && (active ?? user.Active);
                if (!stays && await IsLastOwnerAsync(db, user, cancel)) return LastOwner();
                user.Role = role ?? user.Role;
                user.Active = active ?? user.Active;
                return null;
            },
            user => UserItem.Of(user, clock.GetUtcNow()),
            cancel);

    /// <summary>Removes a person.</summary>
    public async Task<Result<Done>> DeleteAsync(Actor actor, Guid id, CancellationToken cancel)
    {
        if (!actor.May(Permission.ManageUsers)) return Failure.Forbidden();
        await _one.WaitAsync(cancel);
        try
        {
            await using var db = database.OpenFor(actor.OrganizationId);
            if (await db.Users.FirstOrDefaultAsync(u => u.Id == id, cancel) is not { } user) return Failure.NotFound("This user");
            if (!MayTouch(actor, user.Role)) return Failure.Forbidden();
            if (user.Id == actor.UserId) return new Failure(FailureKind.Conflict, "You cannot remove yourself.");
            if (await IsLastOwnerAsync(db, user, cancel)) return LastOwner();
            db.Users.Remove(user);
            db.History.Add(AccessHistory.Deleted(actor, AccessHistory.Users, user.UserName!, Accounts.Describe(user), clock.GetUtcNow()));
            await db.SaveChangesAsync(cancel);
            return default(Done);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private async Task<Result<T>> ChangeAsync<T>(Actor actor, Guid id, Func<OpbxDbContext, User, Task<Failure?>> change, Func<User, T> answer, CancellationToken cancel)
    {
        if (!actor.May(Permission.ManageUsers)) return Failure.Forbidden();
        await _one.WaitAsync(cancel);
        try
        {
            await using var db = database.OpenFor(actor.OrganizationId);
            if (await db.Users.FirstOrDefaultAsync(u => u.Id == id, cancel) is not { } user) return Failure.NotFound("This user");
            if (!MayTouch(actor, user.Role)) return Failure.Forbidden();
            var before = Accounts.Describe(user);
            if (await change(db, user) is { } failure) return failure;
            user.SecurityStamp = Accounts.NewStamp();
            user.ConcurrencyStamp = Guid.NewGuid().ToString();
            db.History.Add(AccessHistory.Changed(actor, AccessHistory.Users, user.UserName!, before, Accounts.Describe(user), clock.GetUtcNow()));
            await db.SaveChangesAsync(cancel);
            return answer(user);
        }
        finally
        {
            _one.Release();
        }
    }

    private static bool MayTouch(Actor actor, Role role) => actor.May(role is Role.Owner or Role.Admin ? Permission.ManageAdmins : Permission.ManageUsers);

    private static async Task<bool> IsLastOwnerAsync(OpbxDbContext db, User user, CancellationToken cancel) =>
        user is { Role: Role.Owner, Active: true } && !await db.Users.AnyAsync(u => u.Id != user.Id && u.Role == Role.Owner && u.Active && u.PasswordHash != null, cancel);

    private static Failure LastOwner() => new(FailureKind.Conflict, "This is the last owner. Make somebody else an owner first.");

    private static Failure OwnRole() => new(FailureKind.Conflict, "You cannot change your own role.");

    private Guid? FindPbx(Actor actor, string extension) =>
        configuration.OfOrganization(actor.OrganizationId).FirstOrDefault(p => p.Document.Extensions.Any(e => e is UserExtension && e.Number == extension))?.PbxId;
}

/// <summary>A person with an open invitation.</summary>
/// <param name="User">The person.</param>
/// <param name="Link">The link to hand over; whoever has it can choose the password.</param>
public sealed record InvitedUser(UserItem User, string Link);
