using Opbx.Portal.Components.Ui;
using Opbx.Portal.Sandbox.Calls;

namespace Opbx.Portal.Features.SandboxPhone;

internal static class SandboxCallText
{
    public static string StateOf(SandboxCall call)
    {
        if (call.IsOver) return call.AnsweredAt is null ? "Over, unanswered" : "Over";
        if (call.Waiting is not { } waiting) return "Working";
        return waiting.Kind switch {
            SandboxWaitingKind.Gather => "Waits for keys",
            SandboxWaitingKind.Dial => "Ringing",
            SandboxWaitingKind.Bridge => "Talking",
            SandboxWaitingKind.Conference => "In a conference",
            SandboxWaitingKind.Record => "Recording",
            SandboxWaitingKind.Coach => "In another call",
            SandboxWaitingKind.Hold => "On hold",
        };
    }

    public static Tone ToneOf(SandboxCall call) => (call.IsOver, call.Waiting?.Kind) switch {
        (true, _) => Tone.Neutral,
        (_, SandboxWaitingKind.Bridge or SandboxWaitingKind.Conference or SandboxWaitingKind.Coach) => Tone.Good,
        _ => Tone.Info,
    };

    public static string IconOf(SandboxStep step) => step.Kind switch {
        SandboxStepKind.Started => "call",
        SandboxStepKind.Document => "code",
        SandboxStepKind.Heard => "volume_up",
        SandboxStepKind.Waiting => "hourglass_top",
        SandboxStepKind.Acted => "touch_app",
        SandboxStepKind.Connected => "call_merge",
        SandboxStepKind.Event => "outbox",
        SandboxStepKind.Problem => "warning",
        SandboxStepKind.Ended => "call_end",
    };

    public static Tone ToneOf(SandboxStep step) => step.Kind switch {
        SandboxStepKind.Problem => Tone.Warning,
        SandboxStepKind.Connected => Tone.Good,
        SandboxStepKind.Document or SandboxStepKind.Waiting => Tone.Info,
        SandboxStepKind.Started or SandboxStepKind.Heard or SandboxStepKind.Acted or SandboxStepKind.Event or SandboxStepKind.Ended =>
            Tone.Neutral,
    };
}
