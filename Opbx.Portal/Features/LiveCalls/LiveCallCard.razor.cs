using Opbx.Core.Calls;
using Opbx.Core.Calls.Control;
using Opbx.Core.Calls.Live;
using Opbx.Core.Routing.Decisions;
using Opbx.Portal.Components;
using Opbx.Portal.Components.Objects;
using Opbx.Portal.Components.Ui;
using Opbx.Portal.Features.Calls;

namespace Opbx.Portal.Features.LiveCalls;

public sealed partial class LiveCallCard
{
    private Destination? _to;
    private bool _transfers;
    private bool _busy;
    private string? _said;
    private Tone _tone;

    [Parameter, EditorRequired] public LiveCall Call { get; set; } = default!;
    [Parameter, EditorRequired] public IReadOnlyList<LiveCall> Guests { get; set; } = [];
    [CascadingParameter] private PortalSession Session { get; set; } = default!;
    [Inject] private HangUpRunner HangUps { get; set; } = default!;
    [Inject] private TransferRunner Transfers { get; set; } = default!;
    [Inject] private JoinRunner Joins { get; set; } = default!;
    [Inject] private Confirm Confirm { get; set; } = default!;

    private bool MayControl => Session.May(Permission.ControlCalls);
    private bool MayJoin => Session.May(Permission.JoinCalls);
    private string Caller => Session.WhoIs(Call.From);

    private string TransferHelp => Call is { State: CallState.Connected, AnsweredBy: { } by }
        ? $"The caller goes there at once, and {Session.WhoIs(by)} is cut off."
        : "The caller goes there at once; what rings now stops.";

    private string Where
    {
        get
        {
            var way = string.Join(" > ", CallLogText.Stations(Call.Path).Where(s => s != Call.To && s != Call.PhoneNumber));
            var place = Call switch {
                { State: CallState.Connected, AnsweredBy: { } by } => $"with {Session.WhoIs(by)}",
                { State: CallState.Ringing, Ringing.Length: > 0 } =>
                    $"at {string.Join(", ", Call.Ringing.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(Session.WhoIs))}",
                _ => null,
            };
            var parts = new[] { $"{CallLogText.For(Call.State)}{(place is null ? "" : $" {place}")}", way.Length > 0 ? $"by way of {way}"
                : null };
            return string.Join(", ", parts.OfType<string>()) + ".";
        }
    }

    private async Task HangUpAsync()
    {
        var question = new ConfirmQuestion($"Hang up the call of {Caller}?", "Both sides are cut off at once.", "Hang up");
        if (!await Confirm.AskAsync(question)) return;
        await DoAsync(
            async () => (await HangUps.HangUpAsync(Session.Actor, Session.PbxId, Call.Token, CancellationToken.None)).Failure?.Message,
            "Cloudonix hangs up. The call leaves this page when it is over.");
    }

    private Task TransferAsync() => _to is not { } to ? Task.CompletedTask : DoAsync(
        async () =>
        {
            var done = await Transfers.TransferAsync(Session.Actor, Session.PbxId, Call.Token, to, CancellationToken.None);
            if (done.Ok) (_transfers, _to) = (false, null);
            return done.Failure?.Message;
        },
        $"{Caller} is transferred to {DestinationText.For(to, Session.Snapshot.Document)}.");

    private Task JoinAsync(JoinKind how) => DoAsync(
        async () => (await Joins.JoinAsync(Session.Actor, Session.PbxId, Call.Token, how, CancellationToken.None)).Failure?.Message,
        how switch {
            JoinKind.Listen => "Your phone rings. Answer it to listen; nobody hears you. Any key on your phone ends it.",
            JoinKind.Whisper => "Your phone rings. Answer it to listen; only your colleague hears you. Any key on your phone ends it.",
            JoinKind.Barge => "Your phone rings. Answer it to join; both sides hear you. Any key on your phone ends it.",
        });

    /// <summary>Shows the result or the reason of a failure.</summary>
    private async Task DoAsync(Func<Task<string?>> deed, string done)
    {
        (_busy, _said) = (true, null);
        StateHasChanged();
        var failure = await deed();
        (_busy, _said, _tone) = (false, failure ?? done, failure is null ? Tone.Good : Tone.Bad);
    }
}
