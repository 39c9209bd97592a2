using Microsoft.EntityFrameworkCore;
using Opbx.Core.Document;
using Opbx.Core.Document.Merging;
using Opbx.Core.Notices;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;

namespace Opbx.Core.Configuration.ScheduledChanges;

/// <summary>Begins and ends scheduled changes. A change and its new state are stored in one transaction.</summary>
public sealed class ScheduledChangeRunner(Database database, ConfigurationWriter writer, ComingChanges coming, NoticeStore notices,
    TimeProvider clock, ILogger<ScheduledChangeRunner> log)
{
    /// <summary>Begins and ends everything that is due, in order of time.</summary>
    public async Task RunDueAsync(CancellationToken cancel)
    {
        var broken = new HashSet<Guid>();
        while (coming.Due(clock.GetUtcNow()).FirstOrDefault(c => !broken.Contains(c.Id)) is { } due)
        {
            try
            {
                await ApplyAsync(due, cancel);
            }
            catch (Exception e) when (!cancel.IsCancellationRequested)
            {
                // The others of this minute continue; this one is retried in the next minute.
                broken.Add(due.Id);
                ScheduledChangeLog.Broken(log, e, due.Id);
            }
        }
    }

    private async Task ApplyAsync(ScheduledChange due, CancellationToken cancel)
    {
        using var turn = await coming.TurnAsync(due.PbxId, cancel);
        if (coming.Find(due.Id) is not { } change || change.State != due.State) return;
        var actor = Actor.System(change.OrganizationId, $"{Short(change.MadeBy)}, scheduled");
        _ = change.State == ScheduledChangeState.Active ? await EndAsync(change, actor, cancel) : await BeginAsync(change, actor, cancel);
    }

    /// <summary>Restores the old values. Other people's later changes stay and are reported.</summary>
    internal async Task<Result<ScheduledChange>> EndAsync(ScheduledChange change, Actor actor, CancellationToken cancel)
    {
        IReadOnlyList<string> kept = [];
        return await MakeAsync(change, actor, ScheduledChangeState.Done, present =>
        {
            var merged = Future.End(present, Future.Read(change.Applied!));
            kept = merged.Value?.Kept ?? [];
            return merged;
        }, (row, _) =>
        {
            if (row.EndsAt > clock.GetUtcNow()) row.EndsAt = clock.GetUtcNow();
            row.Problem = kept.Count == 0 ? null : Sentence($"This was changed meanwhile and stayed: {string.Join("; ", kept)}.");
        }, cancel);
    }

    private Task<Result<ScheduledChange>> BeginAsync(ScheduledChange change, Actor actor, CancellationToken cancel)
    {
        if (change.EndsAt <= clock.GetUtcNow())
            return FailAsync(
                change, new Failure(
                    FailureKind.Conflict, "The portal did not run between its beginning and its end, so nothing was changed."), cancel);
        return MakeAsync(change, actor, change.EndsAt is null ? ScheduledChangeState.Done
            : ScheduledChangeState.Active, present => Future.Begin(present, Future.Read(change.Plan)), (row, outcome) =>
            row.Applied = DocumentJson.Write(PlannedChanges.From(outcome.Changes, outcome.Snapshot)), cancel);
    }

    private async Task<Result<ScheduledChange>> MakeAsync(
        ScheduledChange change, Actor actor, ScheduledChangeState state, Func<PbxSnapshot, Result<Merged>> make,
            Action<ScheduledChange, ChangeOutcome> note, CancellationToken cancel)
    {
        ScheduledChange? stored = null;
        async Task Note(OpbxDbContext db, ChangeOutcome outcome)
        {
            stored = await db.ScheduledChanges.FirstAsync(c => c.Id == change.Id, cancel);
            (stored.State, stored.ChangedAt) = (state, clock.GetUtcNow());
            note(stored, outcome);
        }
        var made = await writer.ChangeAsync(actor, change.PbxId, present => make(present) is { } merged && merged.Ok ? merged.Value.Draft
            : merged.Failure!, cancel, along: Note);
        if (!made.Ok) return await FailAsync(change, made.Failure, cancel);
        if (made.Value.Changes.Count == 0) stored = await StoreAsync(change, Note, made.Value, cancel);
        coming.Put(stored!);
        ScheduledChangeLog.Made(log, change.Id, state);
        return stored!;
    }

    /// <summary>When nothing differs there is no change to store it with.</summary>
    private async Task<ScheduledChange> StoreAsync(ScheduledChange change, Func<OpbxDbContext, ChangeOutcome, Task> note,
        ChangeOutcome outcome, CancellationToken cancel)
    {
        await using var db = database.OpenFor(change.OrganizationId);
        await note(db, outcome);
        await db.SaveChangesAsync(cancel);
        return await db.ScheduledChanges.FirstAsync(c => c.Id == change.Id, cancel);
    }

    private async Task<Result<ScheduledChange>> FailAsync(ScheduledChange change, Failure failure, CancellationToken cancel)
    {
        await using var db = database.OpenFor(change.OrganizationId);
        var row = await db.ScheduledChanges.FirstAsync(c => c.Id == change.Id, cancel);
        var sentences = failure.Errors?.ByPointer.SelectMany(e => e.Value).Distinct(StringComparer.Ordinal) ?? [failure.Message];
        (row.State, row.ChangedAt, row.Problem) = (ScheduledChangeState.Failed, clock.GetUtcNow(), Sentence(string.Join(' ', sentences)));
        notices.Raise(db, row.OrganizationId, $"scheduled-change:{row.Id}",
            Sentence($"The scheduled change \"{row.Title}\" could not {(row.Applied is null ? "begin" : "end")}. {row.Problem}"),
            $"/scheduled-changes/{row.Id}");
        await db.SaveChangesAsync(cancel);
        coming.Put(row);
        ScheduledChangeLog.Failed(log, row.Id);
        return failure;
    }

    private static string Sentence(string text) => text.Length <= 1_000 ? text : text[..997] + "...";
    private static string Short(string name) => name.Length <= 200 ? name : name[..200];
}
