using Opbx.Portal.Components;
using Opbx.Portal.Sandbox.Calls;

namespace Opbx.Portal.Features.SandboxPhone;

/// <summary>What a person can do in the call's current state.</summary>
public sealed partial class CallControls
{
    private int _seconds = 8;
    private string? _unheard;
    private int _steps;

    [CascadingParameter] private SandboxCall Call { get; set; } = default!;
    [CascadingParameter] private PortalSession Session { get; set; } = default!;

    /// <summary>The last thing that a person would notice.</summary>
    private string Now =>
        _unheard ?? Call.Steps.FindLast(s => s.Kind is not (SandboxStepKind.Document or SandboxStepKind.Event))?.Sentence ?? "";

    protected override void OnParametersSet()
    {
        if (_steps == Call.Steps.Count) return;
        _steps = Call.Steps.Count;
        _unheard = null;
    }

    private void Press(char key) => _unheard = Call.Press(key.ToString()) ? null : $"Nobody listens to the key {key} right now.";

    private string? NameOf(string number) => Session.Snapshot.Document.Extensions.FirstOrDefault(e => e.Number == number)?.Name;
}
