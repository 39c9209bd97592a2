using Opbx.Core.Document.Integrations;
using Opbx.Core.Integrations.Templates;
using Opbx.Portal.Components.Ui;
using Opbx.Portal.Navigation;

namespace Opbx.Portal.Features.Integrations;

public sealed partial class IntegrationPage
{
    private Integration? _value;
    private SavedObject? _saved;
    private Failure? _failure;
    private FormPage? _form;
    private bool _dirty;
    private bool _busy;
    private (bool Account, string? Name, string? Template, string? Copy)? _shown;

    /// <summary>The name in the address; null for a new one.</summary>
    [Parameter] public string? Name { get; set; }

    /// <summary>The template of a new one.</summary>
    [SupplyParameterFromQuery] public string? Template { get; set; }

    [SupplyParameterFromQuery] public string? Copy { get; set; }
    [Inject] private IntegrationEditor Desk { get; set; } = default!;
    [Inject] private Confirm Confirm { get; set; } = default!;
    [Inject] private Toasts Toasts { get; set; } = default!;

    private IntegrationTemplate? Begun => Name is null ? IntegrationTemplates.Find(Account, Template) : null;

    protected override void OnParametersSet()
    {
        var wanted = (Account, Name, Template, Copy);
        if (_shown == wanted) return;
        var renamed = _shown is { } before && before.Account == Account && _saved?.Object.Key == Unescape(Name);
        _shown = wanted;
        if (renamed && _saved is not null) return;
        _failure = null;
        if (Unescape(Name) is not { } name) Show(null, MayEdit ? Beginning() : null);
        else if (Desk.Get(Session.Actor, PbxId, name) is { Ok: true, Value: { } saved }) Show(saved, (Integration)saved.Object);
        else Show(null, null);
    }

    private Integration Beginning() =>
        Copy is not null && Desk.Get(Session.Actor, PbxId, Copy) is { Ok: true, Value.Object: Integration original }
            ? IntegrationDraft.Copy(original)
        : Begun?.Definition ?? IntegrationDraft.New(Account);

    private void Show(SavedObject? saved, Integration? value) => (_saved, _value, _dirty) = (saved, value, false);

    private void Change(Integration value) => (_value, _dirty) = (value, true);

    private void Choose(Trigger trigger, bool chosen) =>
        Change(_value! with { Trigger = [.. TriggerText.Offered(Account).Where(t => t == trigger ? chosen : _value.Trigger.Contains(t))] });

    private async Task<SavedObject?> SaveAsync()
    {
        var isNew = _saved is null;
        var result = await Desk.SaveAsync(Session.Actor, PbxId, _saved, IntegrationDraft.Tidy(_value!), CancellationToken.None);
        _failure = result.Failure;
        if (!result.Ok) return null;
        Show(result.Value, (Integration)result.Value.Object);
        Toasts.Done($"The integration {result.Value.Object.Key} was {(isNew ? "created" : "saved")}.");
        return result.Value;
    }

    private async Task SaveAndCloseAsync()
    {
        if (await SaveAsync() is not null) Navigation.NavigateTo(Root.Path);
    }

    private async Task SaveAndStayAsync()
    {
        if (await SaveAsync() is { } saved && Unescape(Name) != saved.Object.Key)
            Navigation.NavigateTo(Paths.Integration(saved.Object.Key, Account), replace: true);
    }

    /// <summary>Pauses or resumes immediately, without saving other edits.</summary>
    private async Task PauseAsync()
    {
        var pause = !_value!.Paused;
        _busy = true;
        var result = await Desk.SaveAsync(Session.Actor, PbxId, _saved, (Integration)_saved!.Object with { Paused = pause },
            CancellationToken.None);
        _busy = false;
        _failure = result.Failure;
        if (!result.Ok) return;
        (_saved, _value) = (result.Value, _value with { Paused = pause });
        Toasts.Done(pause ? "Paused: events wait until you resume." : "Resumed: what waited is being sent.");
    }

    private async Task DeleteAsync()
    {
        var question =
            new ConfirmQuestion($"Delete the integration {_saved!.Object.Key}?",
                "It sends nothing any more, and its delivery log cannot be opened afterwards.", "Delete integration");
        if (!await Confirm.AskAsync(question)) return;
        var done = await Desk.DeleteAsync(Session.Actor, PbxId, _saved, CancellationToken.None);
        _failure = done.Failure;
        if (!done.Ok) return;
        _form?.Release();
        Toasts.Done("The integration was deleted.");
        Navigation.NavigateTo(Root.Path);
    }

    /// <summary>Accepts the version created by a change outside the form, so that the form can still be saved.</summary>
    private void Refresh()
    {
        if (Desk.Get(Session.Actor, PbxId, _saved!.Object.Key) is { Ok: true, Value: { } saved }) _saved = saved;
    }

    private Task<Result<string>> RevealAsync() => Desk.RevealAsync(Session.Actor, PbxId, _saved!.Object.Key, CancellationToken.None);
}
