using Microsoft.EntityFrameworkCore;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;

namespace Opbx.Core.Calls.Recordings;

public sealed class RecordingEditor(Database database, RecordingDirectory directory, MailboxIndex mailboxes, RecordingFiles files,
    TimeProvider time, ILogger<RecordingEditor> log)
{
    /// <summary>Marks a message as heard or unheard.</summary>
    public async Task<Result<RecordingView>> MarkAsync(Actor actor, Guid pbxId, Guid id, bool heard, CancellationToken cancel) =>
        await ChangeAsync(actor, pbxId, RecordingKind.Message, id, row => row.HeardAt = heard ? row.HeardAt ?? time.GetUtcNow()
            : null, cancel);

    /// <summary>Deletes a recording with its audio. Everyone may do so in their own mailbox.</summary>
    public async Task<Result<RecordingView>> DeleteAsync(Actor actor, Guid pbxId, RecordingKind kind, Guid id, CancellationToken cancel)
    {
        var found = await directory.GetAsync(actor, pbxId, kind, id, cancel);
        if (!found.Ok) return found.Failure;
        var own = kind == RecordingKind.Message && actor.Owns(pbxId, found.Value.Extension);
        if (!own && !actor.May(Permission.DeleteRecordings)) return Failure.Forbidden();
        var done = await ChangeAsync(actor, pbxId, kind, id, Remove, cancel);
        if (done.Ok) RecordingLog.Deleted(log, id, actor.Name);
        return done;
    }

    private async Task<Result<RecordingView>> ChangeAsync(Actor actor, Guid pbxId, RecordingKind kind, Guid id, Action<Recording> change,
        CancellationToken cancel)
    {
        var visible = await directory.GetAsync(actor, pbxId, kind, id, cancel);
        if (!visible.Ok) return visible.Failure;
        await using var db = database.OpenFor(actor.OrganizationId);
        if (await db.Recordings.FirstOrDefaultAsync(r => r.Id == id, cancel) is not { } row) return Failure.NotFound("This recording");
        change(row);
        await db.SaveChangesAsync(cancel);
        mailboxes.Show(row);
        return RecordingView.Create(row);
    }

    private void Remove(Recording row)
    {
        RecordingRows.Bury(row, time.GetUtcNow());
        try
        {
            files.Delete(row);
            row.Bytes = 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            RecordingLog.FileNotRemoved(log, row.Id, e);
        }
    }
}
