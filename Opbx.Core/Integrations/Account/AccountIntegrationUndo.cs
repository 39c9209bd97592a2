using System.Text.Json.Nodes;
using Opbx.Core.Audit;
using Opbx.Core.Configuration;
using Opbx.Core.Configuration.History;
using Opbx.Core.Document;
using Opbx.Core.Document.Integrations;
using Opbx.Core.Document.Merging;
using Opbx.Core.Permissions;

namespace Opbx.Core.Integrations.Account;

/// <summary>Undoes changes of account-level integrations.</summary>
internal sealed class AccountIntegrationUndo(AccountIntegrationEditor accounts) : IAccountUndo
{
    public async Task<Result<ImportOutcome>?> UndoAsync(Actor actor, HistoryEntry entry, bool evenIfChanged, bool tryOnly,
        CancellationToken cancel)
    {
        if (entry.Kind != ObjectKind.Integrations.Name || entry.Action is ChangeAction.SecretTouched or ChangeAction.Acted) return null;
        if (!actor.May(Permission.EditIntegrations)) return (Result<ImportOutcome>)Failure.Forbidden();
        var present = accounts.Get(actor, entry.Key) is { Ok: true } found ? DocumentJson.Write(ObjectKind.Integrations, found.Value.Object)
            : null;
        var wanted = entry.Before;
        if (entry is { Before: { } before, After: { } after } && present is not null)
        {
            var conflicts = new List<string>();
            wanted = MergeDraft.Merge(Parse(present), Parse(after), Parse(before), UndoDraft.OverlapOf(evenIfChanged),
                $"integration {entry.Key}", conflicts).ToJsonString(DocumentJson.Options);
            if (conflicts.Count > 0)
                return (Result<ImportOutcome>)new Failure(FailureKind.Conflict,
                    $"This was changed again since then: {string.Join("; ", conflicts)}.", Places: conflicts);
        }
        var change = new ObjectChange(ObjectKind.Integrations, present, wanted, entry.Key, entry.Key, 0);
        if (!tryOnly && await StoreAsync(actor, entry.Key, present, wanted, cancel) is { } failure) return (Result<ImportOutcome>)failure;
        return (Result<ImportOutcome>)new ImportOutcome(DocumentDiff.Members([change]));
    }

    private async Task<Failure?> StoreAsync(Actor actor, string name, string? present, string? wanted, CancellationToken cancel)
    {
        if (wanted is null) return present is null ? null : (await accounts.DeleteAsync(actor, name, null, cancel)).Failure;
        var value = (Integration)DocumentJson.Read(ObjectKind.Integrations, wanted);
        return (present is null ? await accounts.CreateAsync(actor, value, cancel)
            : await accounts.ReplaceAsync(actor, name, value, null, cancel)).Failure;
    }

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();
}
