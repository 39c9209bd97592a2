using Opbx.Core.Document.Integrations;
using Opbx.Core.Integrations;
using Opbx.Core.Integrations.Delivery;
using Opbx.Core.Integrations.Preview;
using Opbx.Portal.Components;

namespace Opbx.Portal.Features.Integrations;

/// <summary>The exact request of an integration while it is edited.</summary>
public sealed partial class PreviewPane
{
    private (Trigger Trigger, WebhookFilter? Filter)? _sought;
    private Trigger? _chosen;
    private PreviewEvent? _event;
    private PreviewedRequest? _shown;
    private Integration? _tried;
    private SendResult? _answer;
    private Failure? _refused;
    private bool _busy;

    [Parameter, EditorRequired] public Integration Value { get; set; } = default!;

    /// <summary>The stored integration; null for a new one.</summary>
    [Parameter] public SavedObject? Saved { get; set; }

    /// <summary>Null for the account.</summary>
    [Parameter] public Guid? PbxId { get; set; }

    [CascadingParameter] private PortalSession Session { get; set; } = default!;
    [Inject] private PreviewEvents Events { get; set; } = default!;
    [Inject] private IIntegrationCatalogue Catalogue { get; set; } = default!;
    [Inject] private TimeProvider Time { get; set; } = default!;
    [Inject] private TestSender Sender { get; set; } = default!;

    private bool MaySend => Session.May(Permission.EditIntegrations);

    private Trigger Chosen => _chosen is { } chosen && Value.Trigger.Contains(chosen) ? chosen : Value.Trigger[0];

    protected override async Task OnParametersSetAsync()
    {
        if (!ReferenceEquals(_tried, Value)) (_answer, _refused) = (null, null);
        if (Value.Trigger.Count == 0) return;
        var wanted = (Chosen, Value.Filter);
        if (_sought != wanted)
        {
            _sought = wanted;
            _event = await Events.FindAsync(Session.Actor, PbxId, Chosen, Value.Filter, CancellationToken.None);
        }
        Render();
    }

    private Task ChooseAsync(Trigger trigger)
    {
        _chosen = trigger;
        return OnParametersSetAsync();
    }

    private async Task SendAsync()
    {
        (_busy, _tried) = (true, Value);
        var sent = await Sender.TryAsync(Session.Actor, PbxId, Saved?.Object.Key, Value with { Url = Value.Url.Trim() }, Chosen,
            CancellationToken.None);
        (_busy, _answer, _refused) = (false, sent.Value, sent.Failure);
    }

    private void Render()
    {
        if (_event is null) return;
        var stored = Saved is { Object: Integration old } && IntegrationRules.SameReceiver(old.Url, Value.Url)
            ? Catalogue.Secrets(Saved.Info.Id) : null;
        _shown = RequestPreview.For(Value, stored, _event.Facts, Time.GetUtcNow());
    }
}
