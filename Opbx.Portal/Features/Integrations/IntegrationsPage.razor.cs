using Opbx.Core.Document.Integrations;
using Opbx.Core.Integrations.Delivery;
using Opbx.Portal.Components.Ui;

namespace Opbx.Portal.Features.Integrations;

public sealed partial class IntegrationsPage
{
    private IReadOnlyDictionary<Guid, IntegrationHealth> _health = new Dictionary<Guid, IntegrationHealth>();
    private IReadOnlyDictionary<Guid, IReadOnlyList<HealthHour>> _hours = new Dictionary<Guid, IReadOnlyList<HealthHour>>();
    private DataTable<SavedObject>? _table;
    private bool _busy;

    [Inject] private IntegrationEditor Desk { get; set; } = default!;
    [Inject] private DeliveryOverview Overview { get; set; } = default!;
    [Inject] private DeliveryHealth Strips { get; set; } = default!;
    [Inject] private Confirm Confirm { get; set; } = default!;
    [Inject] private Toasts Toasts { get; set; } = default!;

    private static Integration Of(SavedObject row) => (Integration)row.Object;

    private async Task<Result<Page<SavedObject>>> LoadAsync(ListQuery query)
    {
        var page = Desk.List(Session.Actor, PbxId, query);
        if (page.Ok && page.Value.Items.Count > 0)
        {
            var health = await Overview.FindAsync(Session.Actor, [.. page.Value.Items.Select(i => i.Info.Id)], CancellationToken.None);
            if (health.Ok) _health = health.Value;
            var hours = await Strips.HoursOfAsync(Session.Actor, [.. page.Value.Items.Select(i => i.Info.Id)], CancellationToken.None);
            if (hours.Ok) _hours = hours.Value;
        }
        return page;
    }

    private async Task SwitchAsync(SavedObject row)
    {
        _busy = true;
        var done = await Desk.SwitchAsync(Session.Actor, PbxId, row, !row.Object.Active, CancellationToken.None);
        _busy = false;
        Notify(done.Failure, row.Object.Active ? $"{row.Object.Key} is disabled."
            : $"{row.Object.Key} is active. What it missed can be sent from its deliveries.");
        await RefreshAsync();
    }

    private async Task DeleteAsync(SavedObject row)
    {
        var question =
            new ConfirmQuestion($"Delete the integration {row.Object.Key}?",
                "It sends nothing any more, and its delivery log cannot be opened afterwards.", "Delete integration");
        if (!await Confirm.AskAsync(question)) return;
        var done = await Desk.DeleteAsync(Session.Actor, PbxId, row, CancellationToken.None);
        Notify(done.Failure, "The integration was deleted.");
        await RefreshAsync();
    }

    private Task RefreshAsync() => _table?.RefreshAsync() ?? Task.CompletedTask;

    private void Notify(Failure? failure, string sentence)
    {
        if (failure is null) Toasts.Done(sentence);
        else Toasts.Failed(failure.Message);
    }
}
