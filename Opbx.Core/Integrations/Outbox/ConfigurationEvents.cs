using Opbx.Core.Configuration;
using Opbx.Core.Document;
using Opbx.Core.Document.Extensions;
using Opbx.Core.Document.Integrations;
using Opbx.Core.Persistence;

namespace Opbx.Core.Integrations.Outbox;

/// <summary>Notifies integrations of a changed configuration: one event per person's extension, one for the whole.</summary>
internal sealed class ConfigurationEvents(IOutbox outbox) : IConfigurationObserver
{
    private static readonly IReadOnlyDictionary<string, string> NoValues = new Dictionary<string, string>(StringComparer.Ordinal);

    public Task SavingAsync(OpbxDbContext db, ConfigurationChange change, CancellationToken cancel)
    {
        foreach (var changed in change.Changes.Where(c => c.Kind == ObjectKind.Extensions))
        {
            var before = changed.Before is null ? null : Find(change.Before, changed.BeforeKey);
            var after = changed.After is null ? null : Find(change.After, changed.AfterKey);
            if ((after ?? before) is not { } person) continue;
            var trigger = before is null ? Trigger.UserCreated : after is null ? Trigger.UserDeleted : Trigger.UserModified;
            var info = change.After.Objects.GetValueOrDefault(new ObjectRef(changed.KindName, changed.AfterKey))
                ?? change.Before.Objects[new ObjectRef(changed.KindName, changed.BeforeKey)];
            Add(db, change, trigger, $"{trigger}:{info.Id}:{change.After.Version}", UserValues.From(person));
        }
        if (change.Changes.Count > 0)
            Add(db, change, Trigger.ConfigurationChanged, $"{Trigger.ConfigurationChanged}:{change.After.Version}", NoValues);
        return Task.CompletedTask;
    }

    public void Saved() => outbox.Wake();

    private static UserExtension? Find(PbxSnapshot snapshot, string number) =>
        snapshot.Document.Find(ObjectKind.Extensions, number) as UserExtension;

    private void Add(OpbxDbContext db, ConfigurationChange change, Trigger trigger, string sourceKey,
        IReadOnlyDictionary<string, string> values) => outbox.Add(db, new OccurredEvent {
            OrganizationId = change.After.OrganizationId,
            PbxId = change.After.PbxId,
            Trigger = trigger,
            SourceKey = sourceKey,
            At = change.At,
            Values = values,
        });
}
