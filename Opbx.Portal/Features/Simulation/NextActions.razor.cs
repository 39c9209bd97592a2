using Opbx.Core.Document.IvrMenus;
using Opbx.Core.Document.Simulation;
using Opbx.Core.Simulation;

namespace Opbx.Portal.Features.Simulation;

/// <summary>What people could do when a simulated call waits.</summary>
public sealed partial class NextActions
{
    private const int MostTargets = 20;
    private string _keys = "";

    [Parameter, EditorRequired] public SimulationWait Wait { get; set; } = default!;
    [Parameter] public IvrMenu? Menu { get; set; }
    [Parameter, EditorRequired] public PbxDocument Document { get; set; } = default!;

    /// <summary>The address of the call after this action.</summary>
    [Parameter, EditorRequired] public Func<ScriptItem, string> Address { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    private string Keys => string.Concat(_keys.Where(c => char.IsAsciiDigit(c) || c is '*' or '#'));

    private string Question => Wait.Kind switch {
        SimulationWaitKind.Ring => Wait.Targets.Count > 1 ? $"{Wait.Targets.Count} phones ring. What happens?"
            : $"{SimulationText.Who(Wait.Targets[0], Document)} is called. What happens?",
        SimulationWaitKind.Keys =>
            Menu is null ? "The caller is asked for keys. Which ones?" : $"{Menu.Name} waits for a choice. Which key?",
        SimulationWaitKind.Message => "The tone sounds. What does the caller do?",
    };

    private void Press()
    {
        if (Keys.Length == 0) return;
        var address = Address(new ScriptItem { Press = Keys });
        _keys = "";
        Navigation.NavigateTo(address);
    }
}
