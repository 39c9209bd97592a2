using Opbx.Core.Integrations.Delivery;
using Opbx.Portal.Components.Ui;
using Opbx.Portal.Navigation;

namespace Opbx.Portal.Features.Integrations;

/// <summary>One delivery: its attempts, requests and responses. Refreshes while a delivery is pending.</summary>
public sealed partial class DeliveryPage : IDisposable
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);
    private readonly CancellationTokenSource _gone = new();
    private DeliveryView? _view;
    private SentAttempt? _sent;
    private Failure? _failure;
    private (string Id, int? Attempt)? _shown;
    private bool _busy;
    private bool _looking;

    [Parameter] public string Name { get; set; } = "";
    [Parameter] public string Id { get; set; } = "";

    /// <summary>The attempt whose request is shown; the last when absent.</summary>
    [SupplyParameterFromQuery] private int? Attempt { get; set; }

    [Inject] private DeliveryDirectory Directory { get; set; } = default!;
    [Inject] private DeliveryEditor Editor { get; set; } = default!;
    [Inject] private TestSender Sender { get; set; } = default!;
    [Inject] private Toasts Toasts { get; set; } = default!;
    [Inject] private TimeProvider Time { get; set; } = default!;

    private string Key => Unescape(Name)!;

    private IReadOnlyList<Crumb> Above =>
        [Root, new(Key, Paths.Integration(Key, Account)), new("Deliveries", Paths.Deliveries(Key, Account))];

    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (_shown == (Id, Attempt)) return;
        _shown = (Id, Attempt);
        await LoadAsync();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_looking || _view is not { State: DeliveryState.Pending }) return;
        _looking = true;
        try
        {
            await Task.Delay(BetweenLooks, Time, _gone.Token);
            await LoadAsync();
        }
        catch (OperationCanceledException)
        {
            return;
        }
        _looking = false;
        StateHasChanged();
    }

    private async Task LoadAsync()
    {
        var result = await Directory.GetAsync(Session.Actor, PbxId, Key, Id, _gone.Token);
        (_view, _failure) = (result.Value, result.Failure);
        _sent = Attempt is not { } number ? new SentAttempt(_view?.Request, _view?.Response)
            : await Directory.AttemptAsync(Session.Actor, PbxId, Key, Id, number, _gone.Token) is { Ok: true, Value: { } sent } ? sent
            : null;
    }

    private Task RedeliverAsync() => SendAsync(() => Editor.RedeliverAsync(Session.Actor, PbxId, Key, Id, CancellationToken.None));

    private Task TestAsync() => SendAsync(() => Sender.SendAsync(Session.Actor, PbxId, Key, _view!.Trigger, CancellationToken.None));

    private async Task SendAsync(Func<Task<Result<string>>> send)
    {
        _busy = true;
        var sent = await send();
        _busy = false;
        if (sent.Ok) Navigation.NavigateTo(Paths.Delivery(Key, Account, sent.Value));
        else Toasts.Failed(sent.Failure.Message);
    }
}
