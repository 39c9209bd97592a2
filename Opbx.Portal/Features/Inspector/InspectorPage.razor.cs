using Opbx.Core.Integrations.Inspection;
using Opbx.Portal.Components;
using Opbx.Portal.Components.Ui;

namespace Opbx.Portal.Features.Inspector;

/// <summary>Shows requests to a person's own receiver live.</summary>
public sealed partial class InspectorPage
{
    private InspectorInbox? _inspector;
    private IReadOnlyList<InspectedRequest> _requests = [];

    [CascadingParameter] private PortalSession Session { get; set; } = default!;
    [Inject] private Inspectors Inspectors { get; set; } = default!;
    [Inject] private Toasts Toasts { get; set; } = default!;

    public void Dispose() => Watch(null);

    protected override void OnInitialized() => Watch(Inspectors.For(Session.Actor));

    private void Open()
    {
        var opened = Inspectors.Open(Session.Actor);
        if (opened.Ok) Watch(opened.Value);
        else Toasts.Failed(opened.Failure.Message);
    }

    private void Watch(InspectorInbox? inspector)
    {
        if (_inspector is not null) _inspector.Changed -= OnChanged;
        _inspector = inspector;
        if (inspector is not null) inspector.Changed += OnChanged;
        _requests = inspector?.Requests ?? [];
    }

    private void OnChanged() => _ = InvokeAsync(() =>
    {
        _requests = _inspector?.Requests ?? [];
        StateHasChanged();
    });
}
