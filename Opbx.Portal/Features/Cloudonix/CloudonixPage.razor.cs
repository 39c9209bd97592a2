using Opbx.Core.Cloudonix;
using Opbx.Portal.Components;
using Opbx.Portal.Components.Ui;

namespace Opbx.Portal.Features.Cloudonix;

public sealed partial class CloudonixPage
{
    private PairingView? _view;
    private PairingReport? _done;
    private string? _doneTitle;
    private Failure? _failure;
    private Failure? _pairFailure;
    private bool _busy;
    private int _generation;

    [CascadingParameter] private PortalSession Session { get; set; } = default!;
    [Inject] private PairingDirectory Directory { get; set; } = default!;
    [Inject] private PairingEditor Editor { get; set; } = default!;
    [Inject] private PairingEnd End { get; set; } = default!;
    [Inject] private PairingReconciler Upkeep { get; set; } = default!;
    [Inject] private KeyRotation Rotation { get; set; } = default!;
    [Inject] private Confirm Confirm { get; set; } = default!;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender) return;
        await LookAsync();
        StateHasChanged();
    }

    private static Tone ToneOf(PairingView view) => view switch {
        { Paired: false } => Tone.Neutral, { State: PairingState.NeedsRepair } or { LastError: not null } or { Drift.Count: > 0 } =>
            Tone.Warning,
        _ => Tone.Good,
    };

    private static string WordOf(PairingView view) => ToneOf(view) switch {
        Tone.Neutral => "Not connected",
        Tone.Good => "Connected",
        Tone.Info or Tone.Warning or Tone.Bad => "Needs a look",
    };

    private async Task LookAsync()
    {
        if (!Session.May(Permission.ManagePairing)) return;
        var found = await Directory.GetAsync(Session.Actor, Session.PbxId, look: true, CancellationToken.None);
        (_view, _failure) = (found.Value ?? _view, found.Failure ?? _failure);
    }

    private async Task PairAsync(PairingInput input)
    {
        _pairFailure = null;
        await DoAsync("Your domain is connected",
            () => Editor.PairAsync(Session.Actor, Session.PbxId, input.Domain, input.ApiKey, isSandbox: false, CancellationToken.None));
        if (_failure?.Errors is not null) (_pairFailure, _failure) = (_failure, null);
    }

    private Task RepairAsync() =>
        DoAsync("The domain is set up as it should be", () => Upkeep.RepairAsync(Session.Actor, Session.PbxId, CancellationToken.None));

    private async Task RotateAsync()
    {
        var question =
            new ConfirmQuestion(
                "Make a new endpoint key?",
                "Cloudonix proves with this key that its requests are genuine. Calls go on; the present key opens for ten more minutes.",
                "Make a new key", Danger: false);
        if (await Confirm.AskAsync(question))
            await DoAsync("Cloudonix uses a new key", () => Rotation.RotateKeyAsync(Session.Actor, Session.PbxId, CancellationToken.None));
    }

    private async Task UnpairAsync()
    {
        var question =
            new ConfirmQuestion($"Disconnect {_view?.Domain}?",
                "Calls to your numbers will no longer reach this phone system. Its configuration stays, and so do the accounts of your " +
                    "phones at Cloudonix.", "Disconnect");
        if (await Confirm.AskAsync(question))
            await DoAsync("The domain is disconnected", () => End.UnpairAsync(Session.Actor, Session.PbxId, CancellationToken.None));
    }

    private async Task DoAsync(string title, Func<Task<Result<PairingReport>>> action)
    {
        if (_busy) return;
        (_busy, _failure, _done) = (true, null, null);
        try
        {
            var result = await action();
            (_done, _doneTitle, _failure) = (result.Value, title, result.Failure);
            await LookAsync();
            _generation++;
        }
        finally
        {
            _busy = false;
        }
    }
}
