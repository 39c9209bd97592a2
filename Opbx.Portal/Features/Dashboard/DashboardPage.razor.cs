using Opbx.Core.Calls.Live;
using Opbx.Portal.Components;

namespace Opbx.Portal.Features.Dashboard;

public sealed partial class DashboardPage : IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private Overview? _overview;
    private bool _failed;
    private int _waiting;

    [CascadingParameter] private PortalSession Session { get; set; } = default!;
    [Inject] private OverviewReader Reader { get; set; } = default!;
    [Inject] private LiveCallTracker Board { get; set; } = default!;
    [Inject] private TimeProvider Clock { get; set; } = default!;
    [Inject] private ILogger<DashboardPage> Logger { get; set; } = default!;

    public void Dispose()
    {
        Board.Changed -= OnCalls;
        _gone.Cancel();
        _gone.Dispose();
    }

    protected override Task OnInitializedAsync() => LoadAsync();

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender) Board.Changed += OnCalls;
    }

    private async Task LoadAsync()
    {
        try
        {
            _overview = await Reader.ReadAsync(Session, CancellationToken.None);
            _failed = false;
        }
        catch (Exception exception) when (exception is System.Data.Common.DbException or InvalidOperationException)
        {
            _failed = true;
            Components.PagesLog.PageFailed(Logger, "dashboard", exception);
        }
    }

    /// <summary>Changes within half a second are shown together.</summary>
    private void OnCalls(Guid pbxId)
    {
        if (pbxId == Session.PbxId && Interlocked.Exchange(ref _waiting, 1) == 0) _ = InvokeAsync(RefreshAsync);
    }

    private async Task RefreshAsync()
    {
        try
        {
            await Task.Delay(TimeSpan.FromMilliseconds(500), Clock, _gone.Token);
            Interlocked.Exchange(ref _waiting, 0);
            await LoadAsync();
            StateHasChanged();
        }
        catch (OperationCanceledException)
        {
            // The page was left in the meantime.
        }
    }
}
