using Microsoft.EntityFrameworkCore;
using Opbx.Core.Audit;
using Opbx.Core.Configuration;
using Opbx.Core.Document.Extensions;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;

namespace Opbx.Core.Users;

/// <summary>Invites, changes and removes users. At least one owner remains, nobody changes their own role, and Admins cannot
/// change Owners and Admins.</summary>
public sealed class UserEditor(Database database, ConfigurationStore configuration, InvitationLinks links, SessionEnds ends,
    TimeProvider clock) : IDisposable
{
    private const string NoExtension = "There is no such user extension.";

    // One change at a time, so that two owners cannot remove each other at the same moment.
    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>Whether the actor may invite, change and remove people of this role.</summary>
    public static bool MayTouch(Actor actor, Role role) =>
        actor.May(role is Role.Owner or Role.Admin ? Permission.ManageAdmins : Permission.ManageUsers);

    /// <summary>Adds a person without a password, who chooses one with the link in the result.</summary>
    public async Task<Result<InvitedUser>> InviteAsync(Actor actor, string email, string? name, Role role, string? extension,
        CancellationToken cancel, Guid? pbxId = null)
    {
        if (!MayTouch(actor, role)) return Failure.Forbidden();
        var errors = new FieldErrors();
        if (AccountRules.EmailFault(email.Trim()) is { } emailFault) errors.Add("/email", emailFault);
        if (name is not null && AccountRules.NameFault(name) is { } nameFault) errors.Add("/name", nameFault);
        var pbx = FindPbx(actor, extension, pbxId, errors);
        if (!errors.IsEmpty) return Failure.Invalid(errors);

        var now = clock.GetUtcNow();
        var user = Accounts.New(actor.OrganizationId, email, name ?? email, role, now);
        (user.PbxId, user.Extension) = (pbx, extension);
        await using var db = database.OpenFor(actor.OrganizationId);
        if (await Accounts.ExistsAsync(db, email, cancel)) return Accounts.EmailInUse();
        db.Users.Add(user);
        db.History.Add(AuditEntries.Created(actor, AuditEntries.Users, user.UserName!, Accounts.Describe(user), now));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException) when (!cancel.IsCancellationRequested)
        {
            await using var again = database.OpenFor(actor.OrganizationId);
            if (await Accounts.ExistsAsync(again, email, cancel)) return Accounts.EmailInUse();
            throw;
        }

        return new InvitedUser(UserItem.From(user), links.Create(user));
    }

    /// <summary>A new link for a person who has lost the first one or the password; the old link and all sessions end.</summary>
    public Task<Result<InvitedUser>> InviteAgainAsync(Actor actor, Guid id, CancellationToken cancel) =>
        ChangeAsync(
            actor,
            id,
            (_, user) =>
            {
                user.SecurityStamp = Accounts.NewStamp();
                return Task.FromResult<Failure?>(null);
            },
            user => new InvitedUser(UserItem.From(user), links.Create(user)),
            cancel);

    /// <summary>Changes role or activity; null leaves a member unchanged. The person's sessions end at once.</summary>
    public Task<Result<UserItem>> ChangeAsync(Actor actor, Guid id, Role? role, bool? active, CancellationToken cancel) =>
        ChangeAsync(actor, id, (db, user) => ChangeRightsAsync(db, actor, user, role, active, cancel), user => UserItem.From(user), cancel);

    /// <summary>Changes name, role and own extension in one step; sessions end at once if it changes what the person may do or
    /// see.</summary>
    public Task<Result<UserItem>> EditAsync(Actor actor, Guid id, UserEdit edit, CancellationToken cancel) =>
        ChangeAsync(
            actor,
            id,
            async (db, user) =>
            {
                var errors = new FieldErrors();
                if (AccountRules.NameFault(edit.Name) is { } fault) errors.Add("/name", fault);
                var linked = edit.Extension == user.Extension && (edit.Extension is null || edit.PbxId is null || edit.PbxId == user.PbxId);
                var pbx = linked ? user.PbxId : FindPbx(actor, edit.Extension, edit.PbxId, errors);
                if (!errors.IsEmpty) return Failure.Invalid(errors);
                if (await ChangeRightsAsync(db, actor, user, edit.Role, active: null, cancel) is { } refused) return refused;
                if (!linked) user.SecurityStamp = Accounts.NewStamp();
                (user.DisplayName, user.PbxId, user.Extension) = (edit.Name!.Trim(), pbx, edit.Extension);
                return null;
            },
            user => UserItem.From(user),
            cancel);

    /// <summary>Grants or withdraws running the installation; only for platform admins, and not on themselves. The person's sessions
    /// end at once.</summary>
    public async Task<Result<UserItem>> SetPlatformAdminAsync(Actor actor, Guid id, bool runs, CancellationToken cancel)
    {
        if (!actor.IsPlatformAdmin) return Failure.Forbidden();
        return await ChangeAsync(
            actor,
            id,
            (_, user) =>
            {
                if (user.Id == actor.UserId)
                    return Task.FromResult<Failure?>(new Failure(FailureKind.Conflict, "You cannot change your own rights."));
                if (user.IsPlatformAdmin != runs) (user.IsPlatformAdmin, user.SecurityStamp) = (runs, Accounts.NewStamp());
                return Task.FromResult<Failure?>(null);
            },
            user => UserItem.From(user),
            cancel);
    }

    public async Task<Result<Done>> DeleteAsync(Actor actor, Guid id, CancellationToken cancel)
    {
        if (!actor.May(Permission.ManageUsers)) return Failure.Forbidden();
        await _one.WaitAsync(cancel);
        try
        {
            await using var db = database.OpenFor(actor.OrganizationId);
            if (await db.Users.FirstOrDefaultAsync(u => u.Id == id, cancel) is not { } user) return Failure.NotFound("This user");
            if (!MayTouch(actor, user)) return Failure.Forbidden();
            if (user.Id == actor.UserId) return new Failure(FailureKind.Conflict, "You cannot remove yourself.");
            if (await IsLastOwnerAsync(db, user, cancel)) return LastOwner();
            db.Users.Remove(user);
            db.History.Add(AuditEntries.Deleted(actor, AuditEntries.Users, user.UserName!, Accounts.Describe(user), clock.GetUtcNow()));
            await db.SaveChangesAsync(cancel);
            await ends.NotifyAsync(user.Id, stamp: null);
            return default(Done);
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task<Result<T>> ChangeAsync<T>(Actor actor, Guid id, Func<OpbxDbContext, User, Task<Failure?>> change,
        Func<User, T> answer, CancellationToken cancel)
    {
        if (!actor.May(Permission.ManageUsers)) return Failure.Forbidden();
        await _one.WaitAsync(cancel);
        try
        {
            await using var db = database.OpenFor(actor.OrganizationId);
            if (await db.Users.FirstOrDefaultAsync(u => u.Id == id, cancel) is not { } user) return Failure.NotFound("This user");
            if (!MayTouch(actor, user)) return Failure.Forbidden();
            var (before, stamp) = (Accounts.Describe(user), user.SecurityStamp);
            if (await change(db, user) is { } failure) return failure;
            var after = Accounts.Describe(user);
            if (before == after && stamp == user.SecurityStamp) return answer(user);
            user.ConcurrencyStamp = Guid.NewGuid().ToString();
            db.History.Add(AuditEntries.Changed(actor, AuditEntries.Users, user.UserName!, before, after, clock.GetUtcNow()));
            await db.SaveChangesAsync(cancel);
            if (stamp != user.SecurityStamp) await ends.NotifyAsync(user.Id, user.SecurityStamp);
            return answer(user);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Only platform admins may change platform admins: a reset link would hand over the installation.</summary>
    internal static bool MayTouch(Actor actor, User user) => MayTouch(actor, user.Role) && (actor.IsPlatformAdmin || !user.IsPlatformAdmin);

    private static async Task<Failure?> ChangeRightsAsync(OpbxDbContext db, Actor actor, User user, Role? role, bool? active,
        CancellationToken cancel)
    {
        var (newRole, newActive) = (role ?? user.Role, active ?? user.Active);
        if (newRole == user.Role && newActive == user.Active) return null;
        if (newRole != user.Role && user.Id == actor.UserId) return OwnRole();
        if (!MayTouch(actor, newRole)) return Failure.Forbidden();
        if (!newActive && user.Id == actor.UserId) return new Failure(FailureKind.Conflict, "You cannot deactivate yourself.");
        if (!(newRole == Role.Owner && newActive) && await IsLastOwnerAsync(db, user, cancel)) return LastOwner();
        (user.Role, user.Active, user.SecurityStamp) = (newRole, newActive, Accounts.NewStamp());
        return null;
    }

    private static async Task<bool> IsLastOwnerAsync(OpbxDbContext db, User user, CancellationToken cancel) =>
        user is { Role: Role.Owner, Active: true }
            && !await db.Users.AnyAsync(u => u.Id != user.Id && u.Role == Role.Owner && u.Active && u.PasswordHash != null, cancel);

    private static Failure LastOwner() => new(FailureKind.Conflict, "This is the last owner. Make somebody else an owner first.");
    private static Failure OwnRole() => new(FailureKind.Conflict, "You cannot change your own role.");

    private Guid? FindPbx(Actor actor, string? extension, Guid? pbxId, FieldErrors errors)
    {
        if (extension is null) return null;
        var having = configuration.OfOrganization(actor.OrganizationId)
            .Where(p => (pbxId is null || p.PbxId == pbxId) && p.Document.Extensions.Any(e => e is UserExtension && e.Number == extension))
            .ToList();
        if (having.Count == 1) return having[0].PbxId;
        errors.Add("/extension", having.Count == 0 ? NoExtension : "Several phone systems have this extension. Say which one, in pbxId.");
        return null;
    }
}
