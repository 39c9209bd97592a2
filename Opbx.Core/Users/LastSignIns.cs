using Microsoft.EntityFrameworkCore;
using Opbx.Core.Persistence;

namespace Opbx.Core.Users;

/// <summary>Stores when people last signed in.</summary>
public sealed class LastSignIns(Database database, TimeProvider clock)
{
    public async Task RememberAsync(Guid userId, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await using var db = database.OpenUnrestricted();
        await db.Users.Where(u => u.Id == userId).ExecuteUpdateAsync(set => set.SetProperty(u => u.LastSignInAt, now), cancel);
    }
}
