using Microsoft.AspNetCore.Components.Routing;
using Opbx.Core.Calls.Live;
using Opbx.Core.Calls.Log;
using Opbx.Core.Routing;
using Opbx.Core.Users.Choices;
using Opbx.Portal.Components;
using Opbx.Portal.Components.Ui;
using Opbx.Portal.Navigation;
using Opbx.Portal.Sandbox;

namespace Opbx.Portal.Features.Calls;

/// <summary>The call log: live calls, and below them finished ones.</summary>
public sealed partial class CallsPage : IDisposable
{
    private DataTable<CallSummary>? _table;
    private ThrottledSubscription? _watch;
    private IReadOnlyList<LiveCall> _live = [];
    private string _chosen = "";
    private bool _ready;

    [CascadingParameter] private PortalSession Session { get; set; } = default!;
    [Inject] private CallDirectory Directory { get; set; } = default!;
    [Inject] private UserChoices Choices { get; set; } = default!;
    [Inject] private LiveCallTracker Board { get; set; } = default!;
    [Inject] private SandboxSwitch Switch { get; set; } = default!;
    [Inject] private TimeProvider Time { get; set; } = default!;
    [Inject] private NavigationManager Navigation { get; set; } = default!;

    private bool MayTry => Switch.IsOn && Session.May(Permission.UseSandbox);

    private string Lead => Session.May(Permission.ViewAllCalls)
        ? $"Every call of {Session.PbxName}, newest first. Times are in {Session.Zone.Id}."
        : $"Your own calls, newest first. Times are in {Session.Zone.Id}.";

    private string EmptyText => MayTry
        ? "Call one of your numbers from the sandbox phone. Here you then read who called, who answered, and why the call went where it " +
            "went."
        : "As soon as somebody calls one of your numbers, you read here who called, who answered, and why the call went where it went.";

    public void Dispose()
    {
        Navigation.LocationChanged -= OnMoved;
        _watch?.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        _live = Live();
        _chosen = CallLogFilter.Chosen(Navigation.Uri);
        // Without filters in the address, restore the last ones.
        if (_chosen.Length == 0 && await Choices.FindAsync(Session.Actor, Place, CancellationToken.None) is { Length: > 0 } before)
        {
            _chosen = before;
            Navigation.NavigateTo($"{Paths.Calls}?{before}", replace: true);
        }
        Navigation.LocationChanged += OnMoved;
        _ready = true;
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender) _watch = ThrottledSubscription.Over(Board, Session.PbxId, Time, () => InvokeAsync(RefreshAsync));
    }

    private string Place => $"calls:{Session.PbxId:N}";

    private void OnMoved(object? sender, LocationChangedEventArgs e)
    {
        var chosen = CallLogFilter.Chosen(e.Location);
        if (new Uri(e.Location).AbsolutePath != Paths.Calls || chosen == _chosen) return;
        _chosen = chosen;
        _ = InvokeAsync(() => Choices.SaveAsync(Session.Actor, Place, chosen.Length > 0 ? chosen : null, CancellationToken.None));
    }

    private IReadOnlyList<LiveCall> Live() => Directory.Live(Session.Actor, Session.PbxId).Value ?? [];

    /// <summary>The list is reloaded only when calls were added or removed; state changes are in memory.</summary>
    private async Task RefreshAsync()
    {
        var before = _live;
        _live = Live();
        StateHasChanged();
        if (_table is not null && !before.Select(c => c.Token).SequenceEqual(_live.Select(c => c.Token), StringComparer.Ordinal))
            await _table.RefreshAsync();
    }

    private Task<Result<Page<CallSummary>>> LoadAsync(ListQuery query)
    {
        var calls = CallLogFilter.From(Navigation.Uri).ToQuery(query.Search, query.Take, Session.Zone)
            with { Without = [.. _live.Select(c => c.Token)] };
        return Directory.PartAsync(Session.Actor, Session.PbxId, calls with { Cursor = CallCursor.Parse(query.Place ?? "") },
            CancellationToken.None);
    }

    private string? NameOf(CallSummary call) =>
        call.CallerName ?? (call.Direction == CallDirection.Inbound ? null : Session.ExtensionName(call.From));
}
