using Opbx.Portal.Components;
using Opbx.Portal.Components.Ui;

namespace Opbx.Portal.Features.Integrations;

/// <summary>Switches all integrations of a phone system on or off.</summary>
public sealed partial class ApplicationsPage
{
    private bool _busy;

    [CascadingParameter] private PortalSession Session { get; set; } = default!;
    [Inject] private ConfigurationEditor Editor { get; set; } = default!;
    [Inject] private Toasts Toasts { get; set; } = default!;

    private bool Enabled => Session.Snapshot.Document.Pbx.ApplicationsEnabled;
    private int Count => Session.Snapshot.Document.Integrations.Count;

    private async Task SwitchAsync(ChangeEventArgs e)
    {
        var wanted = e.Value is true;
        _busy = true;
        var done = await Editor.ChangeSettingsAsync(Session.Actor, Session.PbxId,
            settings => settings with { ApplicationsEnabled = wanted }, CancellationToken.None);
        _busy = false;
        if (done.Ok) Toasts.Done(wanted ? "Applications are on. Integrations send from now on."
            : "Applications are off. Integrations send nothing.");
        else Toasts.Failed(done.Failure.Message);
    }
}
