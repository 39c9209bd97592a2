using Microsoft.EntityFrameworkCore;
using Opbx.Core.Audit;
using Opbx.Core.Configuration;
using Opbx.Core.Document;
using Opbx.Core.Document.Integrations;
using Opbx.Core.Document.Reading;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;

namespace Opbx.Core.Integrations.Account;

/// <summary>Integrations of an organization: the same objects as a PBX's, but on account level.</summary>
public sealed class AccountIntegrationEditor(Database database, AccountIntegrationStore store, ObjectSecrets secrets, TimeProvider clock)
{
    private readonly KeyedLock _turns = new();

    public Result<Page<SavedObject>> List(Actor actor, ListQuery query)
    {
        if (!actor.May(Permission.ViewIntegrations)) return Failure.Forbidden();
        var all = store.For(actor.OrganizationId)
            .Where(i => query.Search is null || i.Integration.Definition.Name.Contains(query.Search, StringComparison.OrdinalIgnoreCase))
            .ToList();
        return new Page<SavedObject>(
            [.. all.Skip(query.Skip).Take(query.Take).Select(i => new SavedObject(i.Integration.Definition, i.Info))], all.Count);
    }

    /// <summary>Without secrets.</summary>
    public Result<SavedObject> Get(Actor actor, string name) =>
        !actor.May(Permission.ViewIntegrations) ? Failure.Forbidden()
        : Find(actor, name) is { } found ? new SavedObject(found.Integration.Definition, found.Info)
        : Failure.NotFound($"The integration \"{name}\"");

    public Task<Result<SavedObject>> CreateAsync(Actor actor, Integration value, CancellationToken cancel) =>
        InTurnAsync(actor, () => SaveAsync(actor, null, value, null, cancel), cancel);

    public Task<Result<SavedObject>> ReplaceAsync(Actor actor, string name, Integration value, long? expectedVersion,
        CancellationToken cancel) => InTurnAsync(actor, () => SaveAsync(actor, name, value, expectedVersion, cancel), cancel);

    public Task<Result<Done>> DeleteAsync(Actor actor, string name, long? expectedVersion, CancellationToken cancel) =>
        InTurnAsync(actor, () => RemoveAsync(actor, name, expectedVersion, cancel), cancel);

    /// <summary>Serializes the changes of an organization: names are unique, and versions are checked before storing.</summary>
    private async Task<Result<T>> InTurnAsync<T>(Actor actor, Func<Task<Result<T>>> change, CancellationToken cancel)
    {
        using var turn = await _turns.EnterAsync(actor.OrganizationId.ToString(), cancel);
        return await change();
    }

    private async Task<Result<Done>> RemoveAsync(Actor actor, string name, long? expectedVersion, CancellationToken cancel)
    {
        if (!actor.May(Permission.EditIntegrations)) return Failure.Forbidden();
        if (Find(actor, name) is not { } found) return Failure.NotFound($"The integration \"{name}\"");
        if (expectedVersion is { } version && version != found.Info.Version) return Failure.Stale();
        await using var db = database.OpenFor(actor.OrganizationId);
        if (await db.ConfiguredObjects.FirstOrDefaultAsync(r => r.Id == found.Info.Id, cancel) is { } row) db.ConfiguredObjects.Remove(row);
        AddHistory(db, actor, name, ChangeAction.Deleted, found.Integration.Definition, null);
        await db.SaveChangesAsync(cancel);
        store.Remove(found.Info.Id);
        secrets.Remember(found.Info.Id, new Dictionary<string, string>(StringComparer.Ordinal));
        return new Done();
    }

    private async Task<Result<SavedObject>> SaveAsync(Actor actor, string? name, Integration value, long? expectedVersion,
        CancellationToken cancel)
    {
        if (!actor.May(Permission.EditIntegrations)) return Failure.Forbidden();
        var found = name is null ? null : Find(actor, name);
        if (name is not null && found is null) return Failure.NotFound($"The integration \"{name}\"");
        if (expectedVersion is { } version && version != found?.Info.Version) return Failure.Stale();
        if (Find(actor, value.Name) is { } other && other.Info.Id != found?.Info.Id)
            return new Failure(FailureKind.Conflict, $"There is another integration \"{value.Name}\".");
        var (bare, given) = SecretMembers.Split(value);
        var errors = new FieldErrors();
        Limits.Check(typeof(Integration), DocumentJson.Write(ObjectKind.Integrations, bare), "", errors);
        IntegrationRules.Check((Integration)bare, accountScope: true, "", errors);
        if (!errors.IsEmpty) return Failure.Invalid(errors);

        var now = clock.GetUtcNow();
        await using var db = database.OpenFor(actor.OrganizationId);
        var row = found is null ? null : await db.ConfiguredObjects.FirstOrDefaultAsync(r => r.Id == found.Value.Info.Id, cancel);
        if (row is null)
            db.ConfiguredObjects.Add(row =
                new ObjectRow {
                    Id = Guid.CreateVersion7(now), OrganizationId = actor.OrganizationId, Kind = ObjectKind.Integrations.Name,
                    Key = value.Name, Json = "", CreatedAt = now
                });
        row.Key = value.Name;
        row.Json = DocumentJson.Write(ObjectKind.Integrations, bare);
        row.Version++;
        row.UpdatedAt = now;
        var complete = NewSecrets.Complete(bare, SecretMembers.Merge(found?.Integration.Definition, bare, secrets.For(row.Id), given, now));
        row.ProtectedSecrets = secrets.Protect(row.Id, complete);
        AddHistory(db, actor, value.Name, found is null ? ChangeAction.Created
            : ChangeAction.Updated, found?.Integration.Definition, (Integration)bare);
        await db.SaveChangesAsync(cancel);
        store.Put(new ConfiguredIntegration(row.Id, actor.OrganizationId, null, (Integration)bare), ConfigurationLoader.Info(row));
        secrets.Remember(row.Id, complete);
        return new SavedObject(bare, ConfigurationLoader.Info(row));
    }

    private (ConfiguredIntegration Integration, ObjectInfo Info)? Find(Actor actor, string name) =>
        store.For(actor.OrganizationId).Where(i => i.Integration.Definition.Name == name)
            .Select(i => ((ConfiguredIntegration, ObjectInfo)?)i).FirstOrDefault();

    private void AddHistory(OpbxDbContext db, Actor actor, string name, ChangeAction action, Integration? before, Integration? after)
    {
        var now = clock.GetUtcNow();
        db.History.Add(new HistoryEntry {
            Id = Guid.CreateVersion7(now),
            OrganizationId = actor.OrganizationId,
            ChangeId = Guid.NewGuid(),
            At = now,
            Actor = actor.Name,
            Source = actor.Source,
            Kind = ObjectKind.Integrations.Name,
            Key = name,
            Action = action,
            Before = before is null ? null : DocumentJson.Write(ObjectKind.Integrations, before),
            After = after is null ? null : DocumentJson.Write(ObjectKind.Integrations, after),
        });
    }
}
