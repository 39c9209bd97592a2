using Opbx.Core.Document.Simulation;
using Opbx.Core.Simulation;
using Opbx.Portal.Components.Ui;

namespace Opbx.Portal.Features.Simulation;

internal static class SimulationText
{
    /// <summary>How the call ends, in a sentence.</summary>
    public static string For(SimulationResult result, PbxDocument document) => result.Outcome switch {
        SimulationOutcome.Answered => $"{Who(result.AnsweredBy, document)} answers{After(result)}.",
        SimulationOutcome.External => result.AnsweredBy is { } number ? $"{Who(number, document)} answers{After(result)}."
            : "Somebody outside this phone system takes the call.",
        SimulationOutcome.Voicemail =>
            $"The caller leaves a message. The call takes {DateTimes.Duration(TimeSpan.FromSeconds(result.Seconds))}.",
        SimulationOutcome.Missed =>
            $"Nobody is reached. The caller gives up or is sent away after {DateTimes.Duration(TimeSpan.FromSeconds(result.Seconds))}.",
        SimulationOutcome.Rejected => "The call is refused without an answer.",
        SimulationOutcome.Blocked => "The caller is blocked and turned away.",
        SimulationOutcome.Conference =>
            $"The caller is in the conference after {DateTimes.Duration(TimeSpan.FromSeconds(result.Seconds))}.",
        SimulationOutcome.HungUp => $"The caller hangs up after {DateTimes.Duration(TimeSpan.FromSeconds(result.Seconds))}.",
    };

    public static Tone ToneOf(SimulationOutcome outcome) => outcome switch {
        SimulationOutcome.Answered or SimulationOutcome.External or SimulationOutcome.Conference => Tone.Good,
        SimulationOutcome.Voicemail => Tone.Info,
        SimulationOutcome.Missed => Tone.Warning,
        SimulationOutcome.Rejected or SimulationOutcome.Blocked or SimulationOutcome.HungUp => Tone.Neutral,
    };

    public static string IconOf(SimulationOutcome outcome) => outcome switch {
        SimulationOutcome.Answered or SimulationOutcome.External => "phone_in_talk",
        SimulationOutcome.Conference => "groups",
        SimulationOutcome.Voicemail => "voicemail",
        SimulationOutcome.Missed => "phone_missed",
        SimulationOutcome.Rejected or SimulationOutcome.HungUp => "call_end",
        SimulationOutcome.Blocked => "block",
    };

    public static string For(ScriptItem done, SimulationWait wait, PbxDocument document) => done switch {
        { Press: { } keys } => $"The caller presses {keys}.",
        { Answer: { } target } => $"{Who(target.Length > 0 ? target : wait.Targets.Count > 0 ? wait.Targets[0] : null, document)} answers.",
        { NoAnswer: true } => "Nobody answers.",
        { Busy: true } => wait.Targets.Count > 1 ? "All are busy." : "The phone is busy.",
        { Unreachable: true } => wait.Targets.Count > 1 ? "None of the phones is connected." : "The phone is not connected.",
        { Hangup: true } => "The caller hangs up.",
        { LeaveMessage: > 0 and var seconds } => $"The caller speaks for {seconds} seconds.",
        { LeaveMessage: not null } => "The caller says nothing.",
        _ => "The caller presses nothing.",
    };

    public static string IconOf(ScriptItem done) => done switch {
        { Press: not null } => "dialpad",
        { Answer: not null } => "phone_in_talk",
        { NoAnswer: true } => "phone_missed",
        { Busy: true } => "phone_paused",
        { Unreachable: true } => "phone_disabled",
        { Hangup: true } => "call_end",
        { LeaveMessage: not null } => "voicemail",
        _ => "do_not_touch",
    };

    public static string IconOf(string? node) => node switch {
        "extension" => "person",
        "ringGroup" => "group",
        "ivr" => "dialpad",
        "businessHours" => "schedule",
        "phoneNumber" => "call",
        "conference" => "groups",
        "voicemail" => "voicemail",
        "external" => "call_made",
        "blockedCaller" => "block",
        _ => "arrow_forward",
    };

    public static string Who(string? number, PbxDocument document) =>
        number is null ? "Somebody"
        : document.Extensions.FirstOrDefault(e => e.Number == number) is { Name.Length: > 0 } extension ? $"{extension.Name} ({number})"
        : NumberText.Readable(number, document.Pbx.Country);

    private static string After(SimulationResult result) =>
        result.Waits.LastOrDefault(w => w.Kind == SimulationWaitKind.Ring) is { } ring
            ? $" after about {DateTimes.Duration(TimeSpan.FromSeconds(ring.At + SimulatedPeople.ToAnswer))}" : "";
}
