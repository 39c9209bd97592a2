using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Opbx.Core.Access;
using Opbx.Core.Persistence;

namespace Opbx.Portal.Security;

/// <summary>Identity's store on a context of its own, so that no context can be injected anywhere else.</summary>
internal sealed class UserStore(Database database, IdentityErrorDescriber describer) : UserOnlyStore<User, OpbxDbContext, Guid>(database.OpenUnrestricted(), describer), IDisposable
{
    /// <summary>As it is stored now: within one request the person may have been read for the old session and changed since by another context.</summary>
    public override Task<User?> FindByIdAsync(string userId, CancellationToken cancellationToken = default)
    {
        Context.ChangeTracker.Clear();
        return base.FindByIdAsync(userId, cancellationToken);
    }

    void IDisposable.Dispose()
    {
        base.Dispose();
        Context.Dispose();
    }
}
