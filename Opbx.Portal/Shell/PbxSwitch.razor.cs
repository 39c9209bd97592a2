using Opbx.Portal.Components;
using Opbx.Portal.Components.Ui;

namespace Opbx.Portal.Shell;

/// <summary>Selects the phone system when the organization has several.</summary>
public sealed partial class PbxSwitch
{
    [Parameter, EditorRequired] public PortalSession Session { get; set; } = default!;
    [Inject] private PageScript Script { get; set; } = default!;

    private async Task ChooseAsync(ChangeEventArgs e)
    {
        if (Guid.TryParse(e.Value as string, out var id)) await Script.ChoosePbxAsync(id);
    }
}
