using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Opbx.Core.Persistence;
using Opbx.Core.Users;
using Opbx.Core.Users.Passkeys;

namespace Opbx.Portal.Security;

/// <summary>Identity's store with its own context, so that no context has to be injectable. Passkeys are in our own table.</summary>
internal sealed class UserStore(Database database, IdentityErrorDescriber describer)
    : UserOnlyStore<User, OpbxDbContext, Guid>(database.OpenUnrestricted(), describer), IDisposable
{
    /// <summary>As stored now: within one request another context may have changed the person after they were read.</summary>
    public override Task<User?> FindByIdAsync(string userId, CancellationToken cancellationToken = default)
    {
        Context.ChangeTracker.Clear();
        return base.FindByIdAsync(userId, cancellationToken);
    }

    /// <summary>Records a use. New passkeys are added by their editor, which knows name and organization.</summary>
    public override async Task AddOrUpdatePasskeyAsync(User user, UserPasskeyInfo passkey, CancellationToken cancellationToken)
    {
        var (id, count, backedUp) = (passkey.CredentialId, (long)passkey.SignCount, passkey.IsBackedUp);
        await Context.Passkeys.Where(p => p.UserId == user.Id && p.CredentialId == id)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.SignCount, count)
            .SetProperty(p => p.IsBackedUp, backedUp), cancellationToken);
    }

    public override async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(User user, CancellationToken cancellationToken) =>
        [.. (await Context.Passkeys.AsNoTracking().Where(p => p.UserId == user.Id).ToListAsync(cancellationToken))
            .Select(PasskeyRows.Info)];

    public override Task<User?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        Context.Users.FirstOrDefaultAsync(u => Context.Set<Passkey>()
            .Any(p => p.UserId == u.Id && p.CredentialId == credentialId), cancellationToken);

    public override async Task<UserPasskeyInfo?> FindPasskeyAsync(User user, byte[] credentialId, CancellationToken cancellationToken) =>
        await Context.Passkeys.AsNoTracking()
            .FirstOrDefaultAsync(p => p.UserId == user.Id && p.CredentialId == credentialId, cancellationToken) is { } found
            ? PasskeyRows.Info(found) : null;

    public override Task RemovePasskeyAsync(User user, byte[] credentialId, CancellationToken cancellationToken) =>
        Context.Passkeys.Where(p => p.UserId == user.Id && p.CredentialId == credentialId).ExecuteDeleteAsync(cancellationToken);

    void IDisposable.Dispose()
    {
        base.Dispose();
        Context.Dispose();
    }
}
