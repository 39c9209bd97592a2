using Opbx.Core.Calls;
using Opbx.Core.Calls.Control;
using Opbx.Core.Calls.Live;
using Opbx.Core.Calls.Log;
using Opbx.Core.Calls.Reconciling;
using Opbx.Core.Integrations.Delivery;
using Opbx.Portal.Components;
using Opbx.Portal.Components.Ui;
using Opbx.Portal.Navigation;

namespace Opbx.Portal.Features.Calls;

public sealed partial class CallPage : IDisposable
{
    private static readonly IReadOnlyList<Crumb> Above = [new("Call log", Paths.Calls)];
    private ThrottledSubscription? _watch;
    private CallDetail? _detail;
    private Failure? _failure;
    private IReadOnlyList<TimelineEntry> _story = [];
    private IReadOnlyList<CallDelivery> _deliveries = [];
    private string? _record;
    private string? _lost;
    private string? _shown;

    [Parameter] public string Uuid { get; set; } = "";
    [CascadingParameter] private PortalSession Session { get; set; } = default!;
    [Inject] private CallDirectory Directory { get; set; } = default!;
    [Inject] private DeliveryOverview Deliveries { get; set; } = default!;
    [Inject] private LiveCallTracker Board { get; set; } = default!;
    [Inject] private HangUpRunner HangUps { get; set; } = default!;
    [Inject] private Confirm Confirm { get; set; } = default!;
    [Inject] private Toasts Toasts { get; set; } = default!;
    [Inject] private NavigationManager Navigation { get; set; } = default!;
    [Inject] private TimeProvider Time { get; set; } = default!;

    public void Dispose() => _watch?.Dispose();

    protected override async Task OnParametersSetAsync()
    {
        if (_shown == Uuid) return;
        _shown = Uuid;
        await LoadAsync();
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender) _watch = ThrottledSubscription.Over(Board, Session.PbxId, Time, () => InvokeAsync(RefreshAsync));
    }

    private async Task RefreshAsync()
    {
        if (_detail is null or { Call.State: CallState.Ended }) return;
        await LoadAsync();
        StateHasChanged();
    }

    private async Task LoadAsync()
    {
        var result = await Directory.GetAsync(Session.Actor, Session.PbxId, Uuid, CancellationToken.None);
        (_detail, _failure) = (result.Value, result.Failure);
        if (!result.Ok) return;
        _story = [.. result.Value.Stages.SelectMany(TimelineEntry.From)];
        _record = result.Value.Record is { } record ? CodeBlock.Indented(record) : null;
        _lost = LostRecord.ReasonOf(result.Value.Record);
        _deliveries = (await Deliveries.OfCallAsync(Session.Actor, Session.PbxId, Uuid, CancellationToken.None)).Value ?? [];
    }

    private async Task HangUpAsync()
    {
        var question = new ConfirmQuestion("Hang up this call?", "Both sides are cut off at once.", "Hang up");
        if (!await Confirm.AskAsync(question)) return;
        var done = await HangUps.HangUpAsync(Session.Actor, Session.PbxId, Uuid, CancellationToken.None);
        if (done.Ok) Toasts.Done("The call is being ended.");
        else Toasts.Failed(done.Failure.Message);
    }

    private string Heading(CallSummary call) => $"{Readable(call.From)} to {Readable(CallLogText.Dialled(call))}";

    private string Readable(string number) => NumberText.Readable(number, Session.Country);

    private string TimeOf(DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(at, Session.Zone).ToString("HH:mm:ss", CultureInfo.InvariantCulture);
}
