using Opbx.Portal.Components;
using Opbx.Portal.Sandbox.Calls;

namespace Opbx.Portal.Features.SandboxPhone;

/// <summary>Every step of the call, with the documents.</summary>
public sealed partial class CallSteps
{
    private bool _events;

    [CascadingParameter] private SandboxCall Call { get; set; } = default!;
    [CascadingParameter] private PortalSession Session { get; set; } = default!;

    private IReadOnlyList<SandboxStep> Steps => _events ? Call.Steps : Call.Steps.RemoveAll(s => s.Kind == SandboxStepKind.Event);

    private string TimeOf(SandboxStep step) =>
        TimeZoneInfo.ConvertTime(step.At, Session.Zone).ToString("HH:mm:ss", CultureInfo.InvariantCulture);
}
