using Microsoft.AspNetCore.Components;
using Opbx.Core.Access;
using Opbx.Core.Configuration;
using Opbx.Core.Integrations;
using Opbx.Core.Shared;
using Opbx.Portal.Components;
using Opbx.Portal.Components.Layout;
using Opbx.Portal.Components.Ui;

namespace Opbx.Portal.Features.Integrations;

/// <summary>One integration: create, change, disable, delete.</summary>
public sealed partial class IntegrationPage
{
    private Integration? _value;
    private SavedObject? _saved;
    private Failure? _failure;
    private FormPage? _form;
    private bool _dirty;
    private bool _shown;

    /// <summary>The name in the address; absent for a new one.</summary>
    [Parameter]
    public string? Name { get; set; }

    /// <summary><c>account</c> for one of the account.</summary>
    [SupplyParameterFromQuery]
    public string? Scope { get; set; }

    [CascadingParameter]
    private PortalSession Session { get; set; } = default!;

    [Inject]
    private IntegrationDesk Desk { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private Confirm Confirm { get; set; } = default!;

    [Inject]
    private Toasts Toasts { get; set; } = default!;

    private bool Account => Scope == "account";

    private Guid? PbxId => Account ? null : Session.PbxId;

    private bool MayEdit => Session.May(Permission.EditIntegrations);

    private IReadOnlyList<Crumb> Above => [new("Integrations", Paths.IntegrationsOf(Account))];

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        var name = Unescape(Name);
        if (_shown && _saved?.Object.Key == name) return;
        _shown = true;
        _failure = null;
        if (name is null) Show(null, MayEdit ? IntegrationDraft.New(Account) : null);
        else if (Desk.Get(Session.Actor, PbxId, name) is { Ok: true, Value: { } saved }) Show(saved, (Integration)saved.Object);
        else Show(null, null);
    }

    /// <summary>Routing leaves an escaped slash inside a segment as it is.</summary>
    internal static string? Unescape(string? name) => name?.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);

    private void Show(SavedObject? saved, Integration? value) => (_saved, _value, _dirty) = (saved, value, false);

    private void Change(Integration value) => (_value, _dirty) = (value, true);

    private void Choose(Trigger trigger, bool chosen) =>
        Change(_value! with { Trigger = [.. TriggerWords.Offered(Account).Where(t => t == trigger ? chosen : _value.Trigger.Contains(t))] });

    private async Task SaveAsync()
    {
        var isNew = _saved is null;
        var result = await Desk.SaveAsync(Session.Actor, PbxId, _saved, IntegrationDraft.Tidy(_value!), CancellationToken.None);
        _failure = result.Failure;
        if (!result.Ok) return;
        Show(result.Value, (Integration)result.Value.Object);
        Toasts.Done($"The integration {result.Value.Object.Key} was {(isNew ? "created" : "saved")}.");
        if (Unescape(Name) != result.Value.Object.Key) Navigation.NavigateTo(Paths.Integration(result.Value.Object.Key, Account), replace: true);
    }

    private async Task DeleteAsync()
    {
        var question = new ConfirmQuestion($"Delete the integration {_saved!.Object.Key}?", "It sends nothing any more, and its delivery log cannot be opened afterwards.", "Delete integration");
        if (!await Confirm.AskAsync(question)) return;
        var done = await Desk.DeleteAsync(Session.Actor, PbxId, _saved, CancellationToken.None);
        _failure = done.Failure;
        if (!done.Ok) return;
        _form?.Release();
        Toasts.Done("The integration was deleted.");
        Navigation.NavigateTo(Paths.IntegrationsOf(Account));
    }

    private Task<Result<string>> RevealAsync()
    {
        var found = Desk.Get(Session.Actor, PbxId, _saved!.Object.Key, withSecrets: true);
        return Task.FromResult<Result<string>>(found.Ok ? ((Integration)found.Value.Object).Secret ?? "" : found.Failure);
    }
}
