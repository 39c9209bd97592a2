using Opbx.Core.Calls.Recordings;
using Opbx.Portal.Components.Ui;

namespace Opbx.Portal.Features.Voicemail;

/// <summary>The number of new messages: in the person's own mailbox, or in all for people without one who can listen to all.</summary>
public sealed partial class UnheardBadge : IDisposable
{
    private ThrottledSubscription? _watch;
    private int _count;

    [Parameter, EditorRequired] public Actor Actor { get; set; } = default!;
    [Parameter, EditorRequired] public Guid PbxId { get; set; }
    [Inject] private MailboxIndex Board { get; set; } = default!;
    [Inject] private TimeProvider Time { get; set; } = default!;

    public void Dispose() => _watch?.Dispose();

    protected override void OnParametersSet() => Count();

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender) _watch = ThrottledSubscription.Over(Board, PbxId, Time, () => InvokeAsync(CountAgain));
    }

    private void CountAgain()
    {
        var before = _count;
        Count();
        if (before != _count) StateHasChanged();
    }

    private void Count() => _count =
        Actor.ExtensionOn(PbxId) is { } own ? Board.Unheard(PbxId, own)
        : Actor.May(Permission.ListenToAllVoicemail) ? Board.Unheard(PbxId, null)
        : 0;
}
