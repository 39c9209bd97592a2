using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;
using Opbx.Core.Integrations.Delivery;
using Opbx.Core.Shared;
using Opbx.Portal.Components;
using Opbx.Portal.Components.Ui;

namespace Opbx.Portal.Features.Integrations;

/// <summary>What was sent to one integration, and sending a test.</summary>
public sealed partial class DeliveriesPage
{
    private static readonly IReadOnlyList<string> Filters = ["state"];
    private DataTable<DeliveryView>? _table;
    private bool _busy;

    /// <summary>The integration.</summary>
    [Parameter]
    public string Name { get; set; } = "";

    [Inject]
    private DeliveryDirectory Directory { get; set; } = default!;

    [Inject]
    private TestSender Sender { get; set; } = default!;

    [Inject]
    private Toasts Toasts { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    private string Key => Unescape(Name)!;

    private Task<Result<Page<DeliveryView>>> LoadAsync(ListQuery query) =>
        Directory.PartAsync(Session.Actor, PbxId, Key, new DeliveryQuery { State = StateOf(), Search = query.Search, Limit = query.Take }, query.Skip, CancellationToken.None);

    private DeliveryState? StateOf() =>
        QueryHelpers.ParseQuery(new Uri(Navigation.Uri).Query).TryGetValue(Filters[0], out var text) && Enum.TryParse<DeliveryState>(text, out var state) && Enum.IsDefined(state) ? state : null;

    private void Filter(ChangeEventArgs e)
    {
        var chosen = e.Value is string { Length: > 0 } state ? state : null;
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(new Dictionary<string, object?>(StringComparer.Ordinal) { [Filters[0]] = chosen, ["page"] = null }), replace: true);
    }

    private async Task TestAsync()
    {
        _busy = true;
        var sent = await Sender.SendAsync(Session.Actor, PbxId, Key, null, CancellationToken.None);
        _busy = false;
        if (sent.Ok) Navigation.NavigateTo(Paths.Delivery(Key, Account, sent.Value));
        else Toasts.Failed(sent.Failure.Message);
    }
}
