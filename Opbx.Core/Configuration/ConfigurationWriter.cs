using Microsoft.EntityFrameworkCore;
using Opbx.Core.Document;
using Opbx.Core.Document.Reading;
using Opbx.Core.Document.Rules;
using Opbx.Core.Document.Settings;
using Opbx.Core.Pbxs;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;

namespace Opbx.Core.Configuration;

/// <summary>Replaces the configuration document. All changes go through here: pages, API, import and the portal itself.
/// One transaction holds the changed objects, their history, the new version and the events; memory is updated after the commit.</summary>
public sealed class ConfigurationWriter(Database database, ConfigurationStore store, ConfigurationLoader loader, ChangeRecorder recorder,
    IEnumerable<IConfigurationGate> gates, IEnumerable<IConfigurationObserver> observers, TimeProvider clock,
    ILogger<ConfigurationWriter> log)
{
    private const int Attempts = 3;
    private readonly KeyedLock _turns = new();

    /// <summary>Stores nothing when <paramref name="change"/> fails, breaks a rule or changes nothing, or in a dry run.</summary>
    /// <param name="change">Returns the wanted document for the current one.</param>
    /// <param name="tryOnly">Only report what would change.</param>
    /// <param name="along">Adds rows that are stored in the same transaction.</param>
    public async Task<Result<ChangeOutcome>> ChangeAsync(Actor actor, Guid pbxId, Func<PbxSnapshot, Result<Draft>> change,
        CancellationToken cancel, bool tryOnly = false, Func<OpbxDbContext, ChangeOutcome, Task>? along = null)
    {
        using var turn = await _turns.EnterAsync(pbxId.ToString(), cancel);
        for (var attempt = 1; ; attempt++)
        {
            if (store.Find(pbxId) is not { } present || present.OrganizationId != actor.OrganizationId) return Failure.NotFound("This PBX");
            var draft = change(present);
            if (!draft.Ok) return draft.Failure;
            var changes = DocumentDiff.Objects(present.Document, draft.Value.Document, draft.Value.Renames);
            if (Check(present, draft.Value, changes) is { } failure) return failure;
            if (tryOnly || (changes.Count == 0 && !recorder.ChangesSecrets(present, draft.Value)))
                return new ChangeOutcome(present, changes);
            try
            {
                var after = await StoreAsync(actor, present, draft.Value, changes, along, cancel);
                store.Replace(after);
                foreach (var observer in observers) observer.Saved();
                return new ChangeOutcome(after, changes);
            }
            catch (DbUpdateConcurrencyException) when (attempt < Attempts)
            {
                // Another instance was faster: load its version and apply the change to that.
                await loader.LoadAsync(pbxId, cancel);
            }
            catch (DbUpdateException e) when (e is not DbUpdateConcurrencyException)
            {
                ConfigurationLog.ChangeRefused(log, pbxId, e);
                return new Failure(
                    FailureKind.Conflict,
                    "This could not be saved, because something else has the same number or name by now. Load the page again and repeat " +
                        "your change.");
            }
        }
    }

    private Failure? Check(PbxSnapshot present, Draft draft, IReadOnlyList<ObjectChange> changes)
    {
        var errors = new FieldErrors();
        foreach (var change in changes.Where(c => c.After is not null))
            Limits.Check(change.Kind?.Type ?? typeof(PbxSettings), change.After!,
                change.Kind is null ? "/pbx" : JsonPointer.Item("/" + change.Kind.Name, change.Position), errors);
        DocumentRules.Check(draft.Document, errors);
        var refusals = gates.Select(gate => gate.Check(present, draft.Document)).OfType<Failure>().ToList();
        // All errors are reported at once; a refusal without fields stands alone.
        foreach (var refusal in refusals.Where(r => r.Errors is not null)) errors.Add(refusal.Errors!);
        return errors.IsEmpty ? refusals.FirstOrDefault(r => r.Errors is null) : Failure.Invalid(errors);
    }

    private async Task<PbxSnapshot> StoreAsync(Actor actor, PbxSnapshot present, Draft draft, IReadOnlyList<ObjectChange> changes,
        Func<OpbxDbContext, ChangeOutcome, Task>? along, CancellationToken cancel)
    {
        await using var db = database.OpenFor(actor.OrganizationId);
        var pbx = await db.Pbxs.FirstOrDefaultAsync(p => p.Id == present.PbxId, cancel)
            ?? throw new DbUpdateConcurrencyException("The PBX is gone.");
        db.Entry(pbx).Property(p => p.ConfigurationVersion).OriginalValue = present.Version;
        pbx.ConfigurationVersion = present.Version + 1;
        pbx.Name = draft.Document.Pbx.Name;
        var now = clock.GetUtcNow();
        var recorded = await recorder.RecordAsync(db, actor, present, draft, changes, now, cancel);
        var after = new PbxSnapshot(present.PbxId, present.OrganizationId, pbx.ConfigurationVersion, draft.Document, recorded.Objects);
        var change = new ConfigurationChange(present, after, changes, now);
        foreach (var observer in observers) await observer.SavingAsync(db, change, cancel);
        if (along is not null) await along(db, new ChangeOutcome(after, changes));
        await db.SaveChangesAsync(cancel);
        recorded.Remember();
        return after;
    }
}
