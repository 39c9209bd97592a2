using Opbx.Core.Calls.Recordings;
using Opbx.Core.Document.Extensions;
using Opbx.Portal.Components;
using Opbx.Portal.Components.Ui;
using Opbx.Portal.Features.Recordings;

namespace Opbx.Portal.Features.Voicemail;

public sealed partial class VoicemailPage : IDisposable
{
    private DataTable<RecordingView>? _table;
    private ThrottledSubscription? _watch;

    [CascadingParameter] private PortalSession Session { get; set; } = default!;
    [Inject] private RecordingDirectory Directory { get; set; } = default!;
    [Inject] private RecordingEditor Editor { get; set; } = default!;
    [Inject] private MailboxIndex Board { get; set; } = default!;
    [Inject] private Confirm Confirm { get; set; } = default!;
    [Inject] private Toasts Toasts { get; set; } = default!;
    [Inject] private TimeProvider Time { get; set; } = default!;
    [Inject] private NavigationManager Navigation { get; set; } = default!;

    private bool MayListenToAll => Session.May(Permission.ListenToAllVoicemail);

    private IReadOnlyList<(string Number, string Name)> Mailboxes => MayListenToAll
        ? [.. Session.Snapshot.Document.Extensions.OfType<UserExtension>().Where(e => e.Voicemail.Enabled)
        .OrderBy(e => e.Number, StringComparer.Ordinal).Select(e => (e.Number, e.Name))]
        : [];

    private string Lead =>
        $"{(MayListenToAll ? $"Messages in every mailbox of {Session.PbxName}" : "Messages in your mailbox")}, newest first. From a " +
            $"phone, dial {Session.Snapshot.Document.Pbx.FeatureCodes.Voicemail} to listen to the mailbox of that phone.";

    private string EmptyText => MayListenToAll
        ? "When a caller leaves a message, it is here a moment later. Switch voicemail on for an extension, or send a number straight " +
            "to a mailbox."
        : "When a caller leaves you a message, it is here a moment later.";

    public void Dispose() => _watch?.Dispose();

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender) _watch = ThrottledSubscription.Over(Board, Session.PbxId, Time, () => InvokeAsync(RefreshAsync));
    }

    private Task RefreshAsync() => _table?.RefreshAsync() ?? Task.CompletedTask;

    private Task<Result<Page<RecordingView>>> LoadAsync(ListQuery query)
    {
        var filter = VoicemailFilter.From(Navigation.Uri);
        return Directory.ListAsync(Session.Actor, Session.PbxId, RecordingText.Query(RecordingKind.Message, query)
            with { Extension = filter.Mailbox, Heard = filter.Heard }, CancellationToken.None);
    }

    private string LabelOf(RecordingView message) =>
        $"message from {WhoLeft(message)}, {DateTimes.Exact(message.RecordedAt, Session.Zone)}";

    private string WhoLeft(RecordingView message) => message.CallerName ?? Session.WhoIs(message.From);

    private bool MayDelete(RecordingView message) =>
        Session.Actor.Owns(Session.PbxId, message.Extension) || Session.May(Permission.DeleteRecordings);

    /// <summary>People with their own mailbox leave messages in others new. While only new ones are shown, a message is marked as heard
    /// at its end: it then leaves the list, and the player does not disappear while it plays.</summary>
    private Task HeardAsync(RecordingView message, bool atEnd)
    {
        var counts = Session.OwnNumber is null || message.Extension == Session.OwnNumber;
        var onlyNew = VoicemailFilter.From(Navigation.Uri).Heard == false;
        return message.HeardAt is null && counts && onlyNew == atEnd ? MarkAsync(message, heard: true) : Task.CompletedTask;
    }

    private async Task MarkAsync(RecordingView message, bool heard)
    {
        var done = await Editor.MarkAsync(Session.Actor, Session.PbxId, message.Id, heard, CancellationToken.None);
        if (!done.Ok) Toasts.Failed(done.Failure.Message);
        await RefreshAsync();
    }

    private async Task DeleteAsync(RecordingView message)
    {
        if (!await Confirm.AskAsync(
            new ConfirmQuestion($"Delete the message from {WhoLeft(message)}?",
                $"It was left {DateTimes.Exact(message.RecordedAt, Session.Zone)}. The message and its audio are removed for good. The " +
                    "call stays in the call log.", "Delete message"))) return;
        var done = await Editor.DeleteAsync(Session.Actor, Session.PbxId, RecordingKind.Message, message.Id, CancellationToken.None);
        if (done.Ok) Toasts.Done("The message is deleted.");
        else Toasts.Failed(done.Failure.Message);
        await RefreshAsync();
    }
}
