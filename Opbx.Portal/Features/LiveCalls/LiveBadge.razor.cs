using Opbx.Core.Calls.Live;
using Opbx.Portal.Components.Ui;

namespace Opbx.Portal.Features.LiveCalls;

/// <summary>The number of live calls.</summary>
public sealed partial class LiveBadge : IDisposable
{
    private ThrottledSubscription? _watch;
    private int _count;

    [Parameter, EditorRequired] public Guid PbxId { get; set; }
    [Inject] private LiveCallTracker Board { get; set; } = default!;
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

    // A supervisor's phone in somebody else's call does not count as a call.
    private void Count() => _count = Board.For(PbxId).Count(c => c.Joined is null);
}
