using Opbx.Core.Calls.Live;
using Opbx.Core.Configuration.ScheduledChanges;
using Opbx.Core.Document.Extensions;
using Opbx.Core.Users.SelfService;
using Opbx.Portal.Components;
using Opbx.Portal.Components.Ui;
using Opbx.Portal.Navigation;

namespace Opbx.Portal.Features.Extensions;

public sealed partial class OwnExtensionPage : IDisposable
{
    private static readonly Crumb[] Above = [new("Your account", Paths.Account)];
    private ThrottledSubscription? _watch;
    private SavedObject? _saved;
    private OwnSettings _settings = new();
    private PhoneState? _phone;
    private ScheduledChange? _cover;
    private Failure? _failure;
    private bool _talking;

    [CascadingParameter] private PortalSession Session { get; set; } = default!;
    [Inject] private OwnExtensionEditor Editor { get; set; } = default!;
    [Inject] private CoverEditor Covers { get; set; } = default!;
    [Inject] private PhoneStates Phones { get; set; } = default!;
    [Inject] private LiveCallTracker Board { get; set; } = default!;
    [Inject] private Toasts Toasts { get; set; } = default!;
    [Inject] private TimeProvider Time { get; set; } = default!;

    private UserExtension Extension => (UserExtension)_saved!.Object;

    private OwnSettings Stored => OwnSettings.From(Extension);

    private Forwarding Forwarding => _settings.Forwarding;
    private PbxDocument Document => Session.Snapshot.Document;

    private IReadOnlyList<Type>? Kinds => OwnDestinations.KindsFor(Session.Actor);

    private string Otherwise => _settings.Voicemail ? "To your voicemail" : "The caller hears a sentence";

    private (string Icon, string Text) State => OwnStateText.For(Extension, Document, _talking);

    private string CallerId => (Extension.OutboundNumber ?? Document.Pbx.DefaultCallerId) is { } number
        ? NumberText.Readable(number, Session.Country) : "None, so you cannot call outside";

    private string CallsPath => Session.May(Permission.ViewAllCalls) ? $"{Paths.Calls}?extension={Extension.Number}" : Paths.Calls;

    private string VoicemailPath =>
        Session.May(Permission.ListenToAllVoicemail) ? $"{Paths.Voicemail}?mailbox={Extension.Number}" : Paths.Voicemail;

    public void Dispose() => _watch?.Dispose();

    protected override async Task OnInitializedAsync()
    {
        if (Session.OwnNumber is not { } number) return;
        var found = await Editor.GetAsync(Session.Actor, CancellationToken.None);
        if (!found.Ok) return;
        Show(found.Value);
        _phone = (await Phones.FindAsync(Session.Actor, Session.PbxId, [found.Value.Info.Id], CancellationToken.None))
            .GetValueOrDefault(found.Value.Info.Id);
        _cover = (await Covers.FindAsync(Session.Actor, Session.PbxId, number, CancellationToken.None))
            .FirstOrDefault(c => c is { State: ScheduledChangeState.Active, EndsAt: not null });
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender) _watch = ThrottledSubscription.Over(Board, Session.PbxId, Time, () => InvokeAsync(LookAgain));
    }

    private bool Fits(Destination destination) => OwnDestinations.Fault(Session.Actor, Document, Extension.Number, destination) is null;

    private void Forward(Forwarding forwarding) => _settings = _settings with { Forwarding = forwarding };

    private async Task SaveAsync()
    {
        var saved = await Editor.SaveAsync(Session.Actor, Session.Actor.Own!, _settings, _saved!.Info.Version, CancellationToken.None);
        _failure = saved.Failure;
        if (!saved.Ok) return;
        Show(saved.Value);
        Toasts.Done("Saved. It counts from the next call on.");
    }

    private void Show(SavedObject saved)
    {
        (_saved, _talking) = (saved, Board.Busy(Session.PbxId).Contains(saved.Object.Key));
        _settings = Stored;
    }

    private void LookAgain()
    {
        if (_saved is null) return;
        var before = _talking;
        _talking = Board.Busy(Session.PbxId).Contains(Extension.Number);
        if (before != _talking) StateHasChanged();
    }
}
