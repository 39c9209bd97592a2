using Microsoft.EntityFrameworkCore;
using Opbx.Core.Audit;
using Opbx.Core.Document;
using Opbx.Core.Document.Extensions;
using Opbx.Core.Document.Integrations;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;

namespace Opbx.Core.Configuration;

/// <summary>Writes the rows of a change: objects with their secrets, and history.</summary>
public sealed class ChangeRecorder(ObjectSecrets secrets)
{
    /// <summary>Whether the draft replaces a secret although no visible member differs.</summary>
    public bool ChangesSecrets(PbxSnapshot present, Draft draft) => draft.Secrets.Any(given =>
        present.Objects.TryGetValue(given.Key, out var info)
            && given.Value.Any(s => secrets.For(info.Id).GetValueOrDefault(s.Key) != s.Value));

    internal async Task<RecordedChange> RecordAsync(OpbxDbContext db, Actor actor, PbxSnapshot present, Draft draft,
        IReadOnlyList<ObjectChange> changes, DateTimeOffset now, CancellationToken cancel)
    {
        var recorded = new RecordedChange(secrets, new Dictionary<ObjectRef, ObjectInfo>(present.Objects));
        var changeId = Guid.CreateVersion7(now);
        var touched = draft.Secrets.Keys.Where(k => !changes.Any(c => c.KindName == k.Kind && c.AfterKey == k.Key))
            .Select(k => new ObjectChange(ObjectKind.All.First(o => o.Name == k.Kind), "", "", k.Key, k.Key, 0));
        var all = changes.Concat(touched).ToList();
        var ids = all.Select(c => present.Objects.GetValueOrDefault(new ObjectRef(c.KindName, c.BeforeKey))?.Id).OfType<Guid>().ToList();
        var rows = await db.ConfiguredObjects.Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, cancel);
        foreach (var change in all)
        {
            var info = present.Objects.GetValueOrDefault(new ObjectRef(change.KindName, change.BeforeKey));
            var row = info is null ? NewRow(db, actor, present.PbxId, change, now) : rows[info.Id];
            if (change.After is null)
            {
                db.ConfiguredObjects.Remove(row);
                recorded.Gone(change, row.Id);
            }
            else Write(row, change, draft, present, recorded, now);
            AddHistory(db, actor, present.PbxId, changeId, change, row.Id, recorded, now);
        }
        return recorded;
    }

    private void Write(ObjectRow row, ObjectChange change, Draft draft, PbxSnapshot present, RecordedChange recorded, DateTimeOffset now)
    {
        var after = change.Kind is null ? null : draft.Find(change.Kind, change.AfterKey);
        var before = change.Kind is null ? null : present.Document.Find(change.Kind, change.BeforeKey);
        if (change.After!.Length > 0) row.Json = change.After;
        row.Key = change.AfterKey;
        row.Version++;
        row.UpdatedAt = now;
        if (after is UserExtension or Integration)
        {
            var given = draft.Secrets.GetValueOrDefault(new ObjectRef(change.KindName, change.AfterKey))
                ?? new Dictionary<string, string>(StringComparer.Ordinal);
            var merged = SecretMembers.Merge(
                before, after, before?.GetType() == after.GetType() ? secrets.For(row.Id)
                : new Dictionary<string, string>(StringComparer.Ordinal), given, now);
            var complete = NewSecrets.Complete(after, merged);
            row.ProtectedSecrets = secrets.Protect(row.Id, complete);
            recorded.Secrets[row.Id] = complete;
        }
        recorded.Objects.Remove(new ObjectRef(change.KindName, change.BeforeKey));
        recorded.Objects[new ObjectRef(change.KindName, change.AfterKey)] = ConfigurationLoader.Info(row);
    }

    private static ObjectRow NewRow(OpbxDbContext db, Actor actor, Guid pbxId, ObjectChange change, DateTimeOffset now)
    {
        var row = new ObjectRow {
            Id = Guid.CreateVersion7(now), OrganizationId = actor.OrganizationId, PbxId = pbxId,
            Kind = change.KindName, Key = change.AfterKey, Position = change.Position, Json = change.After!, CreatedAt = now
        };
        db.ConfiguredObjects.Add(row);
        return row;
    }

    private void AddHistory(OpbxDbContext db, Actor actor, Guid pbxId, Guid changeId, ObjectChange change, Guid rowId,
        RecordedChange recorded, DateTimeOffset now)
    {
        var secretOnly = change is { Before: "", After: "" };
        if (secretOnly && recorded.Secrets.GetValueOrDefault(rowId) is { } now2 && Same(now2, secrets.For(rowId))) return;
        db.History.Add(new HistoryEntry {
            Id = Guid.CreateVersion7(now),
            OrganizationId = actor.OrganizationId,
            PbxId = pbxId,
            ChangeId = changeId,
            At = now,
            Actor = actor.Name,
            Source = actor.Source,
            Kind = change.KindName,
            Key = change.AfterKey,
            Action = secretOnly ? ChangeAction.SecretTouched : change.Before is null ? ChangeAction.Created : change.After is null
                ? ChangeAction.Deleted : ChangeAction.Updated,
            Before = secretOnly ? null : change.Before,
            After = secretOnly ? null : change.After,
        });
    }

    private static bool Same(IReadOnlyDictionary<string, string> a, IReadOnlyDictionary<string, string> b) =>
        a.Count == b.Count && a.All(x => b.GetValueOrDefault(x.Key) == x.Value);
}
