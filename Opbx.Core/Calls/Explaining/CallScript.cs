using System.Text.RegularExpressions;
using Opbx.Core.Calls.Log;
using Opbx.Core.Document;
using Opbx.Core.Document.Simulation;
using Opbx.Core.Routing.Trace;

namespace Opbx.Core.Calls.Explaining;

/// <summary>Extracts from a call what its people did, for replay in a simulation. Pure.</summary>
internal static partial class CallScript
{
    private const int UnknownMessage = 10;

    /// <summary>What people did, in order. PINs are never stored: a caller who knew one then is assumed to know today's.</summary>
    public static IReadOnlyList<ScriptItem> From(IReadOnlyList<StageDetail> stages, CallSummary call, PbxDocument document)
    {
        var items = stages.Skip(1).Select((stage, i) => Done(stage, stages[i], document)).OfType<ScriptItem>().ToList();
        if (stages.Count > 0 && call.State == CallState.Ended && Last(stages[^1], call) is { } last) items.Add(last);
        return items;
    }

    /// <summary>What led from the previous request to this one.</summary>
    private static ScriptItem? Done(StageDetail stage, StageDetail before, PbxDocument document)
    {
        foreach (var routed in stage.Events)
        {
            if (Done(routed) is { } item) return item;
        }
        for (var i = 0; i < stage.Steps.Count; i++)
        {
            if (Done(stage.Steps, i, before, document) is { } item) return item;
        }
        return null;
    }

    private static ScriptItem? Done(RoutingEvent routed) => routed switch {
        RingEnded { Result: RingResult.Answered } ended => new ScriptItem { Answer = ended.AnsweredBy ?? "" },
        RingEnded { Result: RingResult.Busy } => new ScriptItem { Busy = true },
        RingEnded { Result: RingResult.Unreachable } => new ScriptItem { Unreachable = true },
        RingEnded => new ScriptItem { NoAnswer = true },
        OptionChosen option => new ScriptItem { Press = option.Digits },
        MessageLeft left => new ScriptItem { LeaveMessage = left.Duration ?? UnknownMessage },
        _ => null,
    };

    private static ScriptItem? Done(IReadOnlyList<TraceStep> steps, int i, StageDetail before, PbxDocument document) =>
        steps[i].Code switch {
            "noInput" => new ScriptItem { NoInput = true },
            "noMessage" => new ScriptItem { LeaveMessage = 0 },
            "invalidChoice" when Pressed().Match(steps[i].Reason) is { Success: true } match => new ScriptItem { Press = match.Value },
            "directDial" when steps.Skip(i + 1).FirstOrDefault(s => s.Node?.Type == "extension")?.Node is { } dialled =>
                new ScriptItem { Press = dialled.Name },
            "wrongPin" => new ScriptItem { Press = "0#" },
            "hostEnters" or "callerEnters" when before.Steps.Any(s => s.Code == "askPin") => Pin(steps[i], document),
            _ => null,
        };

    private static ScriptItem? Pin(TraceStep entered, PbxDocument document)
    {
        var room = document.ConferenceRooms.FirstOrDefault(r => r.Name == entered.Node?.Name);
        return (entered.Code == "hostEnters" ? room?.HostPin : room?.Pin) is { Length: > 0 } pin ? new ScriptItem { Press = pin + "#" }
            : null;
    }

    /// <summary>What ended the call when no further request shows it: people keep talking, give up, or hang up after a message.</summary>
    private static ScriptItem? Last(StageDetail stage, CallSummary call) =>
        stage.Events.LastOrDefault(m => m is RingStarted or MessageOffered or MenuReached or OptionChosen or MessageLeft or RingEnded
            or ConferenceEntered) switch {
                RingStarted when call.Disposition == Disposition.Answered => new ScriptItem { Answer = call.AnsweredBy ?? "" },
                RingStarted when call.Disposition == Disposition.Busy => new ScriptItem { Busy = true },
                RingStarted or MenuReached => new ScriptItem { Hangup = true },
                MessageOffered =>
                    call.VoicemailExtension is null ? new ScriptItem { Hangup = true } : new ScriptItem { LeaveMessage = UnknownMessage },
                _ => null,
            };

    [GeneratedRegex("(?<=^The caller pressed )[0-9*#]+(?=,)", RegexOptions.None, 1000)]
    private static partial Regex Pressed();
}
