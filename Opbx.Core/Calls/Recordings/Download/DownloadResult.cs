using Microsoft.EntityFrameworkCore;
using Opbx.Core.Calls.Facts;
using Opbx.Core.Calls.Projection;
using Opbx.Core.Integrations.Outbox;
using Opbx.Core.Persistence;

namespace Opbx.Core.Calls.Recordings.Download;

/// <summary>Stores the outcome of a download and the event for integrations in one transaction.</summary>
internal sealed class DownloadResult(Guid id, Fetched fetched, DateTimeOffset now, Func<Guid, Surroundings> around, IOutbox outbox,
    MailboxIndex mailboxes) : IWriteItem
{
    private Recording? _after;

    public async Task LoadAsync(OpbxDbContext db, IReadOnlyList<IWriteItem> likes, CancellationToken cancel)
    {
        var ids = likes.Cast<DownloadResult>().Select(r => r.Id).ToList();
        var calls = await db.Recordings.Where(r => ids.Contains(r.Id)).Select(r => r.CallId).Distinct().ToListAsync(cancel);
        await db.Recordings.Where(r => ids.Contains(r.Id)).LoadAsync(cancel);
        await db.Calls.Where(c => calls.Contains(c.Id)).LoadAsync(cancel);
    }

    public void Apply(OpbxDbContext db)
    {
        _after = null;
        if (db.Recordings.Local.FindEntry(id)?.Entity is not { } row) return;
        // Deleted in the meantime: the size tells the clean-up that there is a file to delete.
        if (row.State == AudioState.Deleted) row.Bytes = fetched.Bytes;
        if (row.State != AudioState.Waiting) return;
        _after = row;
        if (fetched.Format is { } format) Store(db, row, format);
        else Postpone(row);
    }

    public void Committed()
    {
        if (_after is not { } row) return;
        mailboxes.Show(row);
        outbox.Wake();
    }

    private Guid Id => id;

    private void Store(OpbxDbContext db, Recording row, AudioFormat format)
    {
        (row.State, row.Format, row.Bytes, row.NextTryAt, row.Fault) = (AudioState.Stored, format, fetched.Bytes, null, null);
        if (row.Kind != RecordingKind.Conversation || db.Calls.Local.FindEntry(row.CallId)?.Entity is not { } call) return;
        var story = new CallStory(CallFactSheet.Read(call.Facts).Stages.Values);
        outbox.Add(db, new CallEvents(call, story, around(call.PbxId)).OfRecording(row, now));
    }

    private void Postpone(Recording row)
    {
        row.Tries++;
        row.Fault = fetched.Fault;
        row.NextTryAt = fetched.TryAgain && DownloadSchedule.After(row.Tries) is { } pause ? now + pause : null;
        if (row.NextTryAt is null) row.State = AudioState.Failed;
    }
}
