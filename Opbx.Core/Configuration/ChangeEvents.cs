using Opbx.Core.Extensions;
using Opbx.Core.Integrations;
using Opbx.Core.Integrations.Outbox;
using Opbx.Core.Persistence;

namespace Opbx.Core.Configuration;

/// <summary>Tells integrations about a changed configuration: one event for each person's extension, one for the whole.</summary>
public sealed class ChangeEvents(IOutbox outbox)
{
    internal void Add(OpbxDbContext db, PbxSnapshot present, Draft draft, IReadOnlyList<ObjectChange> changes, IReadOnlyDictionary<ObjectRef, ObjectInfo> objects, DateTimeOffset now)
    {
        foreach (var change in changes.Where(c => c.Kind == ObjectKind.Extensions))
        {
            var before = change.Before is null ? null : present.Document.Find(ObjectKind.Extensions, change.BeforeKey) as UserExtension;
            var after = change.After is null ? null : draft.Find(ObjectKind.Extensions, change.AfterKey) as UserExtension;
            if ((after ?? before) is not { } person) continue;
            var trigger = before is null ? Trigger.UserCreated : after is null ? Trigger.UserDeleted : Trigger.UserModified;
            var info = objects.GetValueOrDefault(new ObjectRef(change.KindName, change.AfterKey)) ?? present.Objects[new ObjectRef(change.KindName, change.BeforeKey)];
            Add(db, present, trigger, $"{trigger}:{info.Id}:{present.Version + 1}", UserValues.Of(person), now);
        }
        if (changes.Count > 0) Add(db, present, Trigger.ConfigurationChanged, $"{Trigger.ConfigurationChanged}:{present.Version + 1}", new Dictionary<string, string>(StringComparer.Ordinal), now);
    }

    private void Add(OpbxDbContext db, PbxSnapshot present, Trigger trigger, string sourceKey, IReadOnlyDictionary<string, string> values, DateTimeOffset now) =>
        outbox.Add(db, new OccurredEvent { OrganizationId = present.OrganizationId, PbxId = present.PbxId, Trigger = trigger, SourceKey = sourceKey, At = now, Values = values });
}
