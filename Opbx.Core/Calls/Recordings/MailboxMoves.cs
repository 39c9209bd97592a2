using Microsoft.EntityFrameworkCore;
using Opbx.Core.Configuration;
using Opbx.Core.Document;
using Opbx.Core.Persistence;

namespace Opbx.Core.Calls.Recordings;

/// <summary>Mailboxes move with their extension; the next owner of a deleted extension's number does not get its messages.</summary>
internal sealed class MailboxMoves : IConfigurationObserver
{
    /// <summary>Runs in the transaction of the change.</summary>
    public async Task SavingAsync(OpbxDbContext db, ConfigurationChange change, CancellationToken cancel)
    {
        var (pbxId, moves) = (change.After.PbxId, ExtensionMoves.Find(change.Changes));
        if (moves.Count == 0) return;
        var numbers = moves.Keys.ToList();
        var rows = await db.Recordings.Where(r => r.PbxId == pbxId && r.Kind == RecordingKind.Message && r.Extension != null
            && numbers.Contains(r.Extension)).ToListAsync(cancel);
        foreach (var row in rows) row.Extension = moves[row.Extension!];
    }
}
