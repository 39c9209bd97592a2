using Microsoft.EntityFrameworkCore;
using Opbx.Core.Audit;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;
using Opbx.Core.Users.Mails;

namespace Opbx.Core.Users.SecondFactors;

/// <summary>Enables and disables second factors. For their own account, people have entered password and code before.</summary>
public sealed class SecondFactorEditor(Database database, SecretProtector protector, SessionEnds ends, AccountMails letters,
    TimeProvider clock)
{
    /// <summary>Verifies a first code of the app; the recovery codes are in the result and nowhere else. Other sessions end.</summary>
    public async Task<Result<NewRecoveryCodes>> SwitchOnAsync(Guid userId, byte[] key, string? code, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (AuthenticatorKeys.FindStep(key, code, now) is not { } step) return WrongCode();
        await using var db = database.OpenUnrestricted();
        if (await db.Users.FirstOrDefaultAsync(u => u.Id == userId, cancel) is not { } user) return Failure.Forbidden();
        if (user.TwoFactorEnabled || await db.SecondFactors.AnyAsync(f => f.UserId == userId, cancel)) return IsOn();
        var before = Accounts.Describe(user);
        db.SecondFactors.Add(
            new SecondFactor {
                UserId = userId, OrganizationId = user.OrganizationId, ProtectedKey =
                protector.Protect(SecondFactor.Purpose(userId), Convert.ToBase64String(key)), LastStep = step, CreatedAt = now
            });
        user.TwoFactorEnabled = true;
        var codes = AddCodes(db, user, now);
        try
        {
            await SaveAsync(db, user.ToActor(), user, before, now, cancel);
        }
        catch (DbUpdateException) when (!cancel.IsCancellationRequested)
        {
            return IsOn();
        }

        await NotifyAsync(user, AccountNotifications.SecondFactorOn);
        return new NewRecoveryCodes(codes);
    }

    /// <summary>Other sessions end.</summary>
    public async Task<Result<Done>> SwitchOffAsync(Guid userId, CancellationToken cancel)
    {
        await using var db = database.OpenUnrestricted();
        return await db.Users.FirstOrDefaultAsync(u => u.Id == userId, cancel) is { } user
            ? await SwitchOffAsync(db, user.ToActor(), user, cancel) : Failure.Forbidden();
    }

    /// <summary>For someone else who lost the app and the recovery codes.</summary>
    public async Task<Result<Done>> SwitchOffAsync(Actor actor, Guid userId, CancellationToken cancel)
    {
        if (!actor.May(Permission.ManageUsers)) return Failure.Forbidden();
        await using var db = database.OpenFor(actor.OrganizationId);
        if (await db.Users.FirstOrDefaultAsync(u => u.Id == userId, cancel) is not { } user) return Failure.NotFound("This user");
        if (!UserEditor.MayTouch(actor, user)) return Failure.Forbidden();
        if (user.Id == actor.UserId)
            return new Failure(FailureKind.Conflict, "Switch off your own second factor on the page of your account.");
        return await SwitchOffAsync(db, actor, user, cancel);
    }

    /// <summary>Invalidates the previous codes.</summary>
    public async Task<Result<NewRecoveryCodes>> RenewCodesAsync(Guid userId, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await using var db = database.OpenUnrestricted();
        if (await db.Users.FirstOrDefaultAsync(u => u.Id == userId, cancel) is not { TwoFactorEnabled: true } user)
            return Failure.Forbidden();
        db.RecoveryCodes.RemoveRange(await db.RecoveryCodes.Where(c => c.UserId == userId).ToListAsync(cancel));
        var codes = AddCodes(db, user, now);
        db.History.Add(AuditEntries.SecretTouched(user.ToActor(), AuditEntries.Users, user.UserName!, now));
        await db.SaveChangesAsync(cancel);
        letters.Send(AccountNotifications.NewRecoveryCodes, user);
        return new NewRecoveryCodes(codes);
    }

    public static Failure WrongCode()
    {
        var errors = new FieldErrors();
        errors.Add("/code",
            "This code does not match. Codes change every 30 seconds and work once; look whether the clock of your phone is right.");
        return Failure.Invalid(errors);
    }

    private async Task<Result<Done>> SwitchOffAsync(OpbxDbContext db, Actor actor, User user, CancellationToken cancel)
    {
        if (!user.TwoFactorEnabled) return new Failure(FailureKind.Conflict, "The second factor is off already.");
        var before = Accounts.Describe(user);
        user.TwoFactorEnabled = false;
        db.SecondFactors.RemoveRange(await db.SecondFactors.Where(f => f.UserId == user.Id).ToListAsync(cancel));
        db.RecoveryCodes.RemoveRange(await db.RecoveryCodes.Where(c => c.UserId == user.Id).ToListAsync(cancel));
        await SaveAsync(db, actor, user, before, clock.GetUtcNow(), cancel);
        await NotifyAsync(user, AccountNotifications.SecondFactorOff);
        return default(Done);
    }

    private static async Task SaveAsync(OpbxDbContext db, Actor actor, User user, string before, DateTimeOffset now,
        CancellationToken cancel)
    {
        (user.SecurityStamp, user.ConcurrencyStamp) = (Accounts.NewStamp(), Guid.NewGuid().ToString());
        db.History.Add(AuditEntries.Changed(actor, AuditEntries.Users, user.UserName!, before, Accounts.Describe(user), now));
        await db.SaveChangesAsync(cancel);
    }

    private async Task NotifyAsync(User user, AccountNotifications news)
    {
        await ends.NotifyAsync(user.Id, user.SecurityStamp);
        letters.Send(news, user);
    }

    private static IReadOnlyList<string> AddCodes(OpbxDbContext db, User user, DateTimeOffset now)
    {
        var codes = RecoveryCode.Create();
        db.RecoveryCodes.AddRange(
            codes.Select(code =>
                new RecoveryCode {
                    Id = Guid.CreateVersion7(now), OrganizationId = user.OrganizationId, UserId = user.Id,
                    Hash = RecoveryCode.HashOf(user.Id, code)
                }));
        return codes;
    }

    private static Failure IsOn() => new(FailureKind.Conflict, "The second factor is on already.");
}
