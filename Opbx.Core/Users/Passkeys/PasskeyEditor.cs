using Microsoft.EntityFrameworkCore;
using Opbx.Core.Audit;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;
using Opbx.Core.Users.Mails;

namespace Opbx.Core.Users.Passkeys;

/// <summary>Lists, adds and removes a person's passkeys. Callers have verified the device's response and the password.</summary>
public sealed class PasskeyEditor(Database database, AccountMails letters, TimeProvider clock)
{
    /// <summary>The person's own passkeys, oldest first.</summary>
    public async Task<IReadOnlyList<PasskeyItem>> ListAsync(Actor actor, CancellationToken cancel)
    {
        await using var db = database.OpenFor(actor.OrganizationId);
        return await db.Passkeys.Where(p => p.UserId == actor.UserId).OrderBy(p => p.CreatedAt)
            .Select(p => new PasskeyItem(p.Id, p.Name, p.CreatedAt, p.UsedAt)).ToListAsync(cancel);
    }

    /// <summary>Null when the name is valid.</summary>
    public static string? NameFault(string? name) =>
        name?.Trim() is { Length: >= 1 and <= Passkey.LongestName } ? null : $"The name needs 1 to {Passkey.LongestName} characters.";

    /// <summary>The device has just responded.</summary>
    public async Task<Result<Done>> AddAsync(User user, Passkey passkey, CancellationToken cancel)
    {
        await using var db = database.OpenFor(user.OrganizationId);
        var names = await db.Passkeys.Where(p => p.UserId == user.Id).Select(p => p.Name).ToListAsync(cancel);
        if (names.Count >= Passkey.Most)
            return new Failure(FailureKind.Conflict, $"You have {Passkey.Most} passkeys already. Remove one that you do not use.");
        db.Passkeys.Add(passkey);
        db.History.Add(
            AuditEntries.Created(user.ToActor(), AuditEntries.Passkeys, $"{user.UserName}: {passkey.Name}", "{}", clock.GetUtcNow()));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException) when (!cancel.IsCancellationRequested)
        {
            return new Failure(FailureKind.Conflict, "This passkey belongs to an account already.");
        }

        letters.Send(AccountNotifications.PasskeyAdded, user, passkey.Name);
        return default(Done);
    }

    /// <summary>Records a sign-in with the passkey.</summary>
    public async Task UsedAsync(User user, byte[] credentialId, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await using var db = database.OpenFor(user.OrganizationId);
        await db.Passkeys.Where(p => p.UserId == user.Id && p.CredentialId == credentialId)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.UsedAt, now), cancel);
    }

    /// <summary>Removes one of the person's own passkeys; it stops working at once.</summary>
    public async Task<Result<Done>> RemoveAsync(Actor actor, Guid id, CancellationToken cancel)
    {
        await using var db = database.OpenFor(actor.OrganizationId);
        if (await db.Passkeys.FirstOrDefaultAsync(p => p.Id == id && p.UserId == actor.UserId, cancel) is not { } passkey)
            return Failure.NotFound("This passkey");
        db.Passkeys.Remove(passkey);
        db.History.Add(AuditEntries.Deleted(actor, AuditEntries.Passkeys, $"{actor.Name}: {passkey.Name}", "{}", clock.GetUtcNow()));
        await db.SaveChangesAsync(cancel);
        return default(Done);
    }
}
