using Microsoft.AspNetCore.Components;
using Opbx.Core.Access;
using Opbx.Core.Cloudonix.Sync;
using Opbx.Core.Configuration;
using Opbx.Core.Extensions;
using Opbx.Core.Shared;
using Opbx.Portal.Components;
using Opbx.Portal.Components.Layout;
using Opbx.Portal.Components.Ui;

namespace Opbx.Portal.Features.Extensions;

/// <summary>One extension: create, change, disable, delete, and the phone's password.</summary>
public sealed partial class ExtensionPage : IDisposable
{
    private static readonly IReadOnlyList<Crumb> Above = [new("Extensions", Paths.Extensions)];
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(3);
    private readonly CancellationTokenSource _gone = new();
    private Extension? _value;
    private SavedObject? _saved;
    private string _original = "";
    private PhoneState? _phone;
    private Failure? _failure;

    /// <summary>The number in the address; absent for a new one.</summary>
    [Parameter]
    public string? Number { get; set; }

    [CascadingParameter]
    private PortalSession Session { get; set; } = default!;

    [Inject]
    private ConfigurationEditor Editor { get; set; } = default!;

    [Inject]
    private ConfigurationDirectory Directory { get; set; } = default!;

    [Inject]
    private SipPasswords Passwords { get; set; } = default!;

    [Inject]
    private PhoneStates Phones { get; set; } = default!;

    [Inject]
    private ObjectPages Pages { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    private bool MayEdit => Session.May(Permission.EditConfiguration);

    private bool Dirty => _value is not null && _original != Text(_value);

    private string Heading => _saved is { Object: Extension e } ? $"{e.Number} {e.Name}" : "New extension";

    /// <inheritdoc/>
    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (Number is not null && _saved?.Object.Key == Number) return;
        _failure = null;
        if (Number is null) Show(null, MayEdit ? ExtensionKinds.New(Session.Snapshot.Document.Extensions) : null);
        else if (Directory.Get(Session.Actor, Session.PbxId, ObjectKind.Extensions, Number) is { Ok: true, Value: { } saved }) Show(saved, (Extension)saved.Object);
        else Show(null, null);
        await LookAtPhoneAsync();
    }

    /// <summary>A phone is set up within seconds after saving; the page shows it when it happens.</summary>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender) return;
        using var timer = new PeriodicTimer(LookAgain, Clock);
        try
        {
            while (await timer.WaitForNextTickAsync(_gone.Token))
            {
                if (_phone?.State != SubscriberState.Synced && await LookAtPhoneAsync()) StateHasChanged();
            }
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    private async Task<bool> LookAtPhoneAsync()
    {
        if (_saved is not { Object: UserExtension, Info.Id: var id }) return false;
        var before = _phone;
        _phone = (await Phones.OfAsync(Session.Actor, Session.PbxId, [id], CancellationToken.None)).GetValueOrDefault(id);
        return _phone != before;
    }

    private static string Text(Extension value) => DocumentJson.Write(ObjectKind.Extensions, value);

    private void Show(SavedObject? saved, Extension? value)
    {
        if (saved?.Info.Id != _saved?.Info.Id) _phone = null;
        (_saved, _value, _original) = (saved, value, value is null ? "" : Text(value));
    }

    private void Change(Extension value) => _value = value;

    private async Task SaveAsync()
    {
        var isNew = _saved is null;
        var result = isNew
            ? await Editor.CreateAsync(Session.Actor, Session.PbxId, ObjectKind.Extensions, _value!, CancellationToken.None)
            : await Editor.ReplaceAsync(Session.Actor, Session.PbxId, ObjectKind.Extensions, _saved!.Object.Key, _value!, _saved.Info.Version, CancellationToken.None);
        _failure = result.Failure;
        if (!result.Ok) return;
        Show(result.Value, (Extension)result.Value.Object);
        Pages.Saved($"Extension {result.Value.Object.Key} was {(isNew ? "created" : "saved")}.", Paths.Extension(result.Value.Object.Key), stay: Number == result.Value.Object.Key);
    }

    private async Task DeleteAsync()
    {
        if (_saved is not { Object: Extension extension }) return;
        var question = new ConfirmQuestion($"Delete extension {extension.Number} {extension.Name}?", "The phone of this extension stops working at once, and its number is free again.", "Delete extension");
        _failure = await Pages.DeleteAsync(Session, ObjectKind.Extensions, _saved, question, Paths.Extensions, () => _value = extension);
    }

    private Task<Result<string>> RevealAsync() => Passwords.RevealAsync(Session.Actor, Session.PbxId, _saved!.Object.Key, CancellationToken.None);
}
