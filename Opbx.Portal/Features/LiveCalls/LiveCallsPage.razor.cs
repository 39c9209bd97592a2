using Opbx.Core.Calls.Live;
using Opbx.Core.Calls.Log;
using Opbx.Portal.Components;
using Opbx.Portal.Components.Ui;
using Opbx.Portal.Sandbox;

namespace Opbx.Portal.Features.LiveCalls;

/// <summary>Live calls, updated as they change, with the actions that the person is permitted to use.</summary>
public sealed partial class LiveCallsPage : IDisposable
{
    private ThrottledSubscription? _watch;
    private IReadOnlyList<LiveCall> _calls = [];

    [CascadingParameter] private PortalSession Session { get; set; } = default!;
    [Inject] private CallDirectory Directory { get; set; } = default!;
    [Inject] private LiveCallTracker Board { get; set; } = default!;
    [Inject] private SandboxSwitch Switch { get; set; } = default!;
    [Inject] private TimeProvider Time { get; set; } = default!;

    private bool MayTry => Switch.IsOn && Session.May(Permission.UseSandbox);

    private string Lead => $"Everything that goes on in {Session.PbxName}. The page follows by itself.";

    private string Count => _calls.Count switch { 0 => "No live calls", 1 => "1 live call", var count => $"{count} live calls" };

    /// <summary>A supervisor's phone is shown with the call it joined, as long as that call exists.</summary>
    private IEnumerable<LiveCall> Shown => _calls.Where(c => c.Joined is null || _calls.All(other => other.Token != c.Joined));

    public void Dispose() => _watch?.Dispose();

    protected override void OnInitialized() => Read();

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender) _watch = ThrottledSubscription.Over(Board, Session.PbxId, Time, () => InvokeAsync(Refresh));
    }

    private IReadOnlyList<LiveCall> Guests(LiveCall call) => [.. _calls.Where(c => c.Joined == call.Token)];

    private void Refresh()
    {
        Read();
        StateHasChanged();
    }

    private void Read() => _calls = Directory.Live(Session.Actor, Session.PbxId).Value ?? [];
}
