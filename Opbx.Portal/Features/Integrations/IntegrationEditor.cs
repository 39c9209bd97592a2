using System.Text.Json;
using Opbx.Core.Document.Integrations;
using Opbx.Core.Document.Reading;
using Opbx.Core.Integrations.Account;

namespace Opbx.Portal.Features.Integrations;

/// <summary>Integrations of a phone system, or of the account when there is no PBX.</summary>
internal sealed class IntegrationEditor(ConfigurationDirectory directory, ConfigurationEditor editor, AccountIntegrationEditor accounts,
    SecretViews secrets)
{
    public Result<Page<SavedObject>> List(Actor actor, Guid? pbxId, ListQuery query) =>
        pbxId is { } pbx ? directory.List(actor, pbx, ObjectKind.Integrations, query) : accounts.List(actor, query);

    /// <summary>Without its secrets.</summary>
    public Result<SavedObject> Get(Actor actor, Guid? pbxId, string name) =>
        pbxId is { } pbx ? directory.Get(actor, pbx, ObjectKind.Integrations, name) : accounts.Get(actor, name);

    /// <summary>The signing secret, for permitted people; recorded in the history.</summary>
    public async Task<Result<string>> RevealAsync(Actor actor, Guid? pbxId, string name, CancellationToken cancel)
    {
        var found = pbxId is { } pbx ? await secrets.GetAsync(actor, pbx, ObjectKind.Integrations, name, cancel)
            : await secrets.ShowAsync(actor, null, ObjectKind.Integrations, accounts.Get(actor, name), cancel);
        return found.Ok ? ((Integration)found.Value.Object).Secret ?? "" : found.Failure;
    }

    /// <summary>Adds one when <paramref name="saved"/> is null, else replaces it; reports every error at once.</summary>
    public async Task<Result<SavedObject>> SaveAsync(Actor actor, Guid? pbxId, SavedObject? saved, Integration value,
        CancellationToken cancel)
    {
        if (Wrong(value, account: pbxId is null) is { } failure) return failure;
        return (pbxId, saved) switch {
            ( { } pbx, null) => await editor.CreateAsync(actor, pbx, ObjectKind.Integrations, value, cancel),
            ( { } pbx, { } old) =>
                await editor.ReplaceAsync(actor, pbx, ObjectKind.Integrations, old.Object.Key, value, old.Info.Version, cancel),
            (null, null) => await accounts.CreateAsync(actor, value, cancel),
            (null, { } old) => await accounts.ReplaceAsync(actor, old.Object.Key, value, old.Info.Version, cancel),
        };
    }

    public Task<Result<SavedObject>> SwitchAsync(Actor actor, Guid? pbxId, SavedObject saved, bool active, CancellationToken cancel) =>
        SaveAsync(actor, pbxId, saved, (Integration)saved.Object with { Active = active }, cancel);

    public Task<Result<Done>> DeleteAsync(Actor actor, Guid? pbxId, SavedObject saved, CancellationToken cancel) => pbxId is { } pbx
        ? editor.DeleteAsync(actor, pbx, ObjectKind.Integrations, saved.Object.Key, saved.Info.Version, cancel)
        : accounts.DeleteAsync(actor, saved.Object.Key, saved.Info.Version, cancel);

    private static Failure? Wrong(Integration value, bool account)
    {
        var errors = new FieldErrors();
        StrictReader.Read<Integration>(JsonSerializer.SerializeToElement(value, DocumentJson.Options), errors);
        IntegrationRules.Check(value, account, "", errors);
        return errors.IsEmpty ? null : Failure.Invalid(errors);
    }
}
