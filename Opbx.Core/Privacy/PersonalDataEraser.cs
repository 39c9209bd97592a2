using Microsoft.EntityFrameworkCore;
using Opbx.Core.Audit;
using Opbx.Core.Calls.Recordings;
using Opbx.Core.Document;
using Opbx.Core.Integrations;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;
using Opbx.Core.Retention;
using Opbx.Core.Users;

namespace Opbx.Core.Privacy;

/// <summary>Deletes on request what an organization stores about the number of an outside person: its calls with everything that
/// belongs to them, and its digits wherever else they are mentioned. In small batches; can be repeated after an interruption. The
/// history says that it was done, not for whom.</summary>
public sealed class PersonalDataEraser(PersonalDataFinder finder, GroupCommitWriter writer, RecordingFiles files, MailboxIndex mailboxes,
    TimeProvider time, ILogger<PersonalDataEraser> log)
{
    /// <summary>How the history names this kind of entry.</summary>
    public const string HistoryKind = "personalData";

    /// <summary>Deletes everything and returns what it was.</summary>
    /// <param name="cancel">Checked between batches.</param>
    public async Task<Result<PersonalData>> EraseAsync(Actor actor, string? text, string country, CancellationToken cancel)
    {
        var found = await finder.FindAsync(actor, text, country, cancel);
        if (!found.Ok) return found.Failure;
        var (number, data) = found.Value;
        if (!await AllAsync(Steps(actor, number, data), cancel))
            return new Failure(FailureKind.Upstream, "The store did not take everything. Some of it may still be there; delete it again.");
        foreach (var recording in data.Recordings) mailboxes.Remove(recording);
        PrivacyLog.Erased(log, number.Masked, data.Summary.Counts.Total, actor.Name);
        return data.Summary;
    }

    private async Task<bool> AllAsync(IEnumerable<Func<OpbxDbContext, CancellationToken, Task<int>>> steps, CancellationToken cancel)
    {
        foreach (var step in steps)
        {
            cancel.ThrowIfCancellationRequested();
            if (!await writer.WriteAsync(new PruneWrite(step))) return false;
        }
        return true;
    }

    /// <summary>The history entry comes first: nothing is deleted without it.</summary>
    private IEnumerable<Func<OpbxDbContext, CancellationToken, Task<int>>> Steps(Actor actor, PersonalNumber number, FoundData data)
    {
        yield return async (db, cancel) =>
        {
            db.History.Add(
                AuditEntries.Deleted(actor, HistoryKind, data.Summary.Masked, DocumentJson.Write(data.Summary.Counts), time.GetUtcNow()));
            return await db.SaveChangesAsync(cancel);
        };
        foreach (var recordings in data.Recordings.Chunk(Batches.Size))
        {
            // The file first: a row without a file says so, but a file without a row would never be found again.
            foreach (var recording in recordings) files.Delete(recording);
            var ids = recordings.Select(r => r.Id).ToList();
            yield return (db, cancel) => db.Recordings.Where(r => ids.Contains(r.Id)).ExecuteDeleteAsync(cancel);
        }
        foreach (var ids in data.Events.Chunk(Batches.Size).Select(c => c.ToList()))
            yield return (db, cancel) => db.IntegrationEvents.Where(e => ids.Contains(e.Id)).ExecuteDeleteAsync(cancel);
        foreach (var ids in data.Calls.Chunk(Batches.Calls).Select(c => c.ToList()))
            yield return (db, cancel) => Batches.DeleteCallsAsync(db, ids, cancel);
        // Saved searches are stored as typed, so every such choice is deleted.
        yield return (db, cancel) =>
            db.UserChoices.Where(c => c.OrganizationId == actor.OrganizationId && c.Value.Contains("search=")).ExecuteDeleteAsync(cancel);
        foreach (var step in MentionWrites.For(data.Mentions, number)) yield return step;
    }
}

internal static partial class PrivacyLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "The data of {Number} were deleted: {Count} entries, by {Who}")]
    public static partial void Erased(ILogger log, string number, int count, string who);
}
