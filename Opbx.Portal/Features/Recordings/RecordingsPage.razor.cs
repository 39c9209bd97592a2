using Opbx.Core.Calls.Recordings;
using Opbx.Portal.Components;
using Opbx.Portal.Components.Ui;

namespace Opbx.Portal.Features.Recordings;

public sealed partial class RecordingsPage : IDisposable
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

    private string Lead => Session.May(Permission.ListenToAllRecordings)
        ? $"Every recorded call of {Session.PbxName}, newest first. Times are in {Session.Zone.Id}."
        : $"Your own recorded calls, newest first. Times are in {Session.Zone.Id}.";

    public void Dispose() => _watch?.Dispose();

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
            _watch = ThrottledSubscription.Over(Board, Session.PbxId, Time,
                () => InvokeAsync(() => _table?.RefreshAsync() ?? Task.CompletedTask));
    }

    private Task<Result<Page<RecordingView>>> LoadAsync(ListQuery query) =>
        Directory.ListAsync(Session.Actor, Session.PbxId, RecordingText.Query(RecordingKind.Conversation, query), CancellationToken.None);

    private string LabelOf(RecordingView recording) =>
        $"call of {Session.WhoIs(recording.From)}, {DateTimes.Exact(recording.RecordedAt, Session.Zone)}";

    private async Task DeleteAsync(RecordingView recording)
    {
        var question =
            new ConfirmQuestion($"Delete the recording of the call of {Session.WhoIs(recording.From)}?",
                $"It was recorded {DateTimes.Exact(recording.RecordedAt, Session.Zone)}. Its audio is removed for good. The call stays " +
                    "in the call log.", "Delete recording");
        if (!await Confirm.AskAsync(question)) return;
        var done = await Editor.DeleteAsync(Session.Actor, Session.PbxId, RecordingKind.Conversation, recording.Id, CancellationToken.None);
        if (done.Ok) Toasts.Done("The recording is deleted.");
        else Toasts.Failed(done.Failure.Message);
        if (_table is not null) await _table.RefreshAsync();
    }
}
