using Microsoft.EntityFrameworkCore;
using Opbx.Core.Audit;
using Opbx.Core.Document;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;

namespace Opbx.Core.Configuration.History;

/// <summary>Undoes one save with all its objects, or everything since a save. An undo has history of its own.</summary>
public sealed class UndoEditor(Database database, ConfigurationWriter writer, IAccountUndo account)
{
    /// <summary>Maximum number of entries undone at once.</summary>
    public const int Most = 2_000;

    /// <summary>Undoes the save that the entry belongs to.</summary>
    /// <param name="evenIfChanged">Whether later changes of the same members are overwritten; otherwise they are a conflict.</param>
    /// <param name="tryOnly">Only report what would change.</param>
    public Task<Result<ImportOutcome>> UndoAsync(Actor actor, Guid id, bool evenIfChanged, bool tryOnly, CancellationToken cancel) =>
        RevertAsync(actor, id, (db, entry) => db.History.Where(h => h.ChangeId == entry.ChangeId), evenIfChanged, tryOnly, cancel);

    /// <summary>Undoes the save that the entry belongs to and everything in the same PBX since then.</summary>
    public Task<Result<ImportOutcome>> RestoreAsync(Actor actor, Guid id, bool tryOnly, CancellationToken cancel) =>
        RevertAsync(
            actor, id, (db, entry) =>
                db.History.Where(h => h.PbxId == entry.PbxId && (h.At > entry.At || h.ChangeId == entry.ChangeId)), evenIfChanged: true,
                    tryOnly, cancel);

    private async Task<Result<ImportOutcome>> RevertAsync(Actor actor, Guid id,
        Func<OpbxDbContext, HistoryEntry, IQueryable<HistoryEntry>> which, bool evenIfChanged, bool tryOnly, CancellationToken cancel)
    {
        if (!actor.May(Permission.ViewHistory) || !actor.May(Permission.EditConfiguration)) return Failure.Forbidden();
        await using var db = database.OpenFor(actor.OrganizationId);
        var entry = await db.History.AsNoTracking().FirstOrDefaultAsync(h => h.Id == id, cancel);
        if (entry is null) return Failure.NotFound("This change");
        if (entry is { PbxId: null }) return await account.UndoAsync(actor, entry, evenIfChanged, tryOnly, cancel) ?? NotUndoable();
        var entries = await which(db, entry).AsNoTracking().OrderByDescending(h => h.At).ThenByDescending(h => h.Id).Take(Most + 1)
            .ToListAsync(cancel);
        if (entries.Count > Most)
            return new Failure(FailureKind.Conflict, $"These are more than {Most:N0} changes. Import an exported configuration instead.");
        if (!entries.Exists(e => e.Action is ChangeAction.Created or ChangeAction.Updated or ChangeAction.Deleted)) return NotUndoable();
        if (entries.Exists(e => e.Kind == ObjectKind.Integrations.Name) && !actor.May(Permission.EditIntegrations))
            return Failure.Forbidden();
        var outcome =
            await writer.ChangeAsync(actor, entry.PbxId.Value, present => UndoDraft.Create(present.Document, entries, evenIfChanged),
                cancel, tryOnly);
        return outcome.Ok ? new ImportOutcome(DocumentDiff.Members(outcome.Value.Changes)) : outcome.Failure;
    }

    private static Failure NotUndoable() =>
        new(FailureKind.Conflict, "This is no change of the configuration, so that there is nothing to take back.");
}
