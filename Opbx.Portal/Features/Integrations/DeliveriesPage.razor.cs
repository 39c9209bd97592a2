using Opbx.Core.Document.Integrations;
using Opbx.Core.Integrations;
using Opbx.Core.Integrations.Delivery;
using Opbx.Portal.Components.Ui;
using Opbx.Portal.Navigation;

namespace Opbx.Portal.Features.Integrations;

public sealed partial class DeliveriesPage
{
    private DataTable<DeliveryView>? _table;
    private Trigger? _tested;
    private bool _busy;

    [Parameter] public string Name { get; set; } = "";
    [Inject] private DeliveryDirectory Directory { get; set; } = default!;
    [Inject] private IntegrationLookup Lookup { get; set; } = default!;
    [Inject] private DeliveryEditor Editor { get; set; } = default!;
    [Inject] private Confirm Confirm { get; set; } = default!;
    [Inject] private TestSender Sender { get; set; } = default!;
    [Inject] private Toasts Toasts { get; set; } = default!;
    [Inject] private TimeProvider Time { get; set; } = default!;

    private string Key => Unescape(Name)!;

    private ConfiguredIntegration? Found => Lookup.Find(Session.Actor, PbxId, Key);

    private Integration? Definition => Found?.Definition;

    private DeliveryLogFilter Filter => DeliveryLogFilter.From(Navigation.Uri);

    private Task<Result<Page<DeliveryView>>> LoadAsync(ListQuery query)
    {
        // A filter change in the address notifies the table, not the page.
        StateHasChanged();
        return Directory.PartAsync(Session.Actor, PbxId, Key, Filter.ToQuery(query.Search, Session.Zone, query.Take), query.Skip,
            CancellationToken.None);
    }

    /// <summary>Resends the events of all deliveries in the list, on all its pages.</summary>
    private async Task RedeliverAsync()
    {
        var query = Filter.ToQuery(TableState.From(Navigation.Uri).Search, Session.Zone);
        var count = await Editor.RedeliverAllAsync(Session.Actor, PbxId, Key, query, CancellationToken.None, tryOnly: true);
        if (!count.Ok || count.Value.Deliveries == 0)
        {
            Toasts.Failed(count.Failure?.Message ?? "There is nothing to send again.");
            return;
        }
        var events = count.Value.Deliveries == 1 ? "1 event" : $"{count.Value.Deliveries} events";
        if (!await Confirm.AskAsync(
            new ConfirmQuestion($"Send {events} again?",
                $"{Key} gets them once more, marked with the header opbx-resend. Their ids stay, so a receiver can tell them from new " +
                    "ones.", $"Send {events}", Danger: false))) return;
        var sent = await Editor.RedeliverAllAsync(Session.Actor, PbxId, Key, query, CancellationToken.None);
        if (sent.Ok) Toasts.Done(
            $"{(sent.Value.Deliveries == 1 ? "1 event is" : $"{sent.Value.Deliveries} events are")} being sent again.");
        else Toasts.Failed(sent.Failure.Message);
        await _table!.RefreshAsync();
    }

    private async Task TestAsync()
    {
        _busy = true;
        var sent = await Sender.SendAsync(Session.Actor, PbxId, Key, _tested, CancellationToken.None);
        _busy = false;
        if (sent.Ok) Navigation.NavigateTo(Paths.Delivery(Key, Account, sent.Value));
        else Toasts.Failed(sent.Failure.Message);
    }
}
