using Microsoft.EntityFrameworkCore;
using Opbx.Core.Configuration;
using Opbx.Core.Document;
using Opbx.Core.Persistence;

namespace Opbx.Core.Users;

/// <summary>People keep their extension when its number changes, and do not get a stranger's after theirs was deleted.</summary>
internal sealed class LinkedPeople : IConfigurationObserver
{
    /// <summary>Runs in the transaction of the change. Sessions end, because they contain whose calls may be seen.</summary>
    public async Task SavingAsync(OpbxDbContext db, ConfigurationChange change, CancellationToken cancel)
    {
        var (pbxId, moves) = (change.After.PbxId, ExtensionMoves.Find(change.Changes));
        if (moves.Count == 0) return;
        var numbers = moves.Keys.ToList();
        foreach (var user in await db.Users.Where(u => u.PbxId == pbxId && u.Extension != null && numbers.Contains(u.Extension))
            .ToListAsync(cancel))
        {
            user.Extension = moves[user.Extension!];
            if (user.Extension is null) user.PbxId = null;
            (user.SecurityStamp, user.ConcurrencyStamp) = (Accounts.NewStamp(), Guid.NewGuid().ToString());
        }
    }
}
