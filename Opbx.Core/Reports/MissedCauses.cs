using Opbx.Core.Calls;
using Opbx.Core.Routing.Trace;

namespace Opbx.Core.Reports;

/// <summary>Finds in the trace of each missed call the decision at which it was lost, and groups equal ones. Pure.</summary>
public sealed class MissedCauses
{
    private readonly Dictionary<(string Code, TraceNode? Node), List<(string Token, DateTimeOffset At)>> _calls = [];
    private int _count;

    /// <param name="trace">All decisions, in order.</param>
    public void Add(string token, DateTimeOffset at, Disposition disposition, IReadOnlyList<TraceStep> trace)
    {
        _count++;
        var cause = CauseOf(disposition, trace);
        if (!_calls.TryGetValue(cause, out var calls)) _calls[cause] = calls = [];
        calls.Add((token, at));
    }

    /// <summary>Most frequent first.</summary>
    public MissedReport Report() =>
        new(_count, [.. _calls.Select(Describe).OrderByDescending(c => c.Count).ThenByDescending(c => c.LastAt)]);

    /// <summary>The last decision between the caller and a person.</summary>
    private static (string Code, TraceNode? Node) CauseOf(Disposition disposition, IReadOnlyList<TraceStep> trace)
    {
        var last = trace.LastOrDefault(Matters);
        if (last is null) return ("unknown", null);
        // An extension with do-not-disturb is treated as busy from then on.
        if (last.Code == "busy" && trace.Any(s => s.Code == "doNotDisturb" && s.Node == last.Node)) return ("doNotDisturb", last.Node);
        return last.Code switch {
            "ring" => (disposition == Disposition.Canceled ? "gaveUpRinging" : "rangOut", last.Node),
            "menuPlays" or "invalidChoice" or "noInput" or "turnsUsed" when last.Kind == "ivr" => ("lostInMenu", last.Node),
            "turnsUsed" or "notTaken" => ("groupDidNotAnswer", last.Node),
            "closedByException" or "closedOutsideHours" or "closedInactive" or "closedByHand" => ("closed", last.Node),
            "groupInactive" or "extensionInactive" or "menuInactive" or "conferenceInactive" or "numberInactive" or "optionUnavailable" =>
                ("switchedOff", last.Node),
            "apology" or "tooManyHops" or "gone" => ("wentNowhere", last.Node),
            var code => (code, last.Node),
        };
    }

    /// <summary>Steps that only lead on or report the end are not causes.</summary>
    private static bool Matters(TraceStep step) =>
        step.Code is not ("hangup" or "announcement" or "numberFound" or "virtualExtension" or "optionChosen" or "directDial" or "ownNumber"
            or "voicemail")
        && !step.Code.EndsWith("Forwarding", StringComparison.Ordinal)
        && !(step.Kind == "businessHours" && step.Code.StartsWith("open", StringComparison.Ordinal));

    private static MissedCause Describe(KeyValuePair<(string Code, TraceNode? Node), List<(string Token, DateTimeOffset At)>> cause)
    {
        var ((code, node), calls) = cause;
        var (what, advice) = Words(code, node?.Name ?? "");
        var (token, at) = calls.MaxBy(c => c.At);
        return new MissedCause(code, node, calls.Count, what, advice, token, at);
    }

    private static (string What, string Advice) Words(string code, string name) => code switch {
        "gaveUpRinging" =>
            ($"Callers hung up while {name} was ringing.",
                "Let more phones ring at the same time, or play an announcement so that callers know that they are heard."),
        "rangOut" or "noAnswer" =>
            ($"{name} rang and nobody answered.", "Ring longer, switch voicemail on, or forward the call when nobody answers."),
        "groupDidNotAnswer" => ($"Nobody of {name} answered.", "Add members, ring longer, or let the fallback take a message."),
        "nobodyThere" =>
            ($"No member of {name} could be rung: all were switched off, on a call or not to be disturbed.",
                "Add members, or let the group ring people who are on a call."),
        "doNotDisturb" => ($"{name} did not want to be disturbed.", "Switch voicemail on or forward busy calls of this extension."),
        "busy" => ($"{name} was busy.", "Switch voicemail on or forward busy calls of this extension."),
        "unreachable" =>
            ($"The phone of {name} was not connected.", "Check the phone, and forward calls of this extension while it cannot be reached."),
        "closed" => ($"{name} was closed.", "Let closed callers leave a message, or look whether the business hours still fit."),
        "lostInMenu" =>
            ($"Callers chose nothing in the menu {name}.", "Make the greeting shorter, and let the menu's fallback ring somebody."),
        "switchedOff" => ($"{name} is switched off.", "Switch it on, or lead calls elsewhere."),
        "voicemailOff" => ($"{name} has no voicemail.", "Switch voicemail on for this extension."),
        "noMessage" =>
            ($"Callers reached the voicemail of {name} and left no message.",
                "A short greeting of your own makes more callers leave a message."),
        "unknownNumber" => ($"{name} was called, and it is none of your numbers.", "Add the number under Phone numbers if it is yours."),
        "wrongPin" => ($"Callers did not know the PIN of {name}.", "Tell the PIN to those who should come in."),
        "wentNowhere" =>
            (name.Length > 0 ? $"{name} could not be reached."
                : "The way of the call ended nowhere.", "Look at the findings, and set a safety destination for the number."),
        _ => (name.Length > 0 ? $"The call ended at {name}."
            : "What happened was not recorded.", "Open the last such call to see its way."),
    };
}
