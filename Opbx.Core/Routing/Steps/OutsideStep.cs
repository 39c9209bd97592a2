using Opbx.Core.Document;
using Opbx.Core.Document.Extensions;
using Opbx.Core.Routing.Decisions;
using Opbx.Core.Routing.Outbound;
using Opbx.Core.Routing.Trace;

namespace Opbx.Core.Routing.Steps;

/// <summary>An outside number, through the outbound rules, or a SIP address.</summary>
internal static class OutsideStep
{
    public static Move Enter(Walk walk, ExternalDestination to, UserExtension? rights)
    {
        if (to.Sip is { } sip)
        {
            walk.Explain("external", null, null, "sip", $"The SIP address {sip} is called.");
            walk.Reach(sip);
            walk.Happened(new HandedOver(sip));
            return new Move.Stop(new Ring(RingKind.Sip, [sip], walk.Plan.Settings.RingTimeout, walk.Next(Wait.Outside, sip)));
        }
        return Decide(walk, to.Number ?? "", rights) switch {
            OutboundDecision.Allowed allowed => Dial(walk, allowed, RecordingChoice.NumberRecords(walk)),
            OutboundDecision.Refused refused => Refuse(walk, to.Number ?? "", refused),
            _ => walk.Rescue(),
        };
    }

    /// <summary>Applies the outbound rules, and with <paramref name="rights"/> the person's call types and caller number.</summary>
    public static OutboundDecision Decide(Walk walk, string dialled, UserExtension? rights) => OutboundPlanner.Decide(new OutboundRequest {
        Dialled = dialled,
        Country = walk.Plan.Settings.Country,
        Rules = walk.Plan.OutboundRules,
        EnabledCalls = rights?.EnabledCalls,
        ExtensionNumber = rights?.OutboundNumber,
        DefaultCallerId = walk.Plan.Settings.DefaultCallerId,
        OwnNumbers = walk.Plan.OwnNumbers,
    });

    public static Move Dial(Walk walk, OutboundDecision.Allowed allowed, bool record)
    {
        walk.Reach(allowed.Number);
        var by = allowed.Rule is null ? "" : $" by the rule \"{allowed.Rule}\"";
        walk.Explain("external", "external", allowed.Number, allowed.IsEmergency ? "emergency" : "outboundAllowed", allowed.IsEmergency
            ? $"{allowed.Number} is an emergency number and is always dialled." : $"{allowed.Number} is dialled{by}.");
        walk.Happened(new RingStarted([], [allowed.Number], null));
        return new Move.Stop(
            new Ring(RingKind.Outside, [allowed.Number], walk.Plan.Settings.RingTimeout,
                walk.Next(Wait.Outside, allowed.Number) with { Ringing = allowed.Number }) {
                Trunk = allowed.Trunk,
                CallerId = allowed.CallerId,
                Record = record,
            });
    }

    public static Move Refuse(Walk walk, string dialled, OutboundDecision.Refused refused)
    {
        walk.Explain("external", "external", dialled, refused.Code, refused.Sentence);
        return walk.SayGoodbye(refused.Sentence);
    }

    public static Move Resume(Walk walk)
    {
        var result = RingResults.Parse(walk.Facts.CallStatus);
        // An assistant that took the call does not count as a person who answered.
        var byAssistant = result == RingResult.Answered && walk.Plan.Extensions.GetValueOrDefault(walk.State.Key) is AiAssistantExtension;
        if (!byAssistant) walk.Happened(new RingEnded(result, result == RingResult.Answered ? walk.State.Ringing : null));
        if (result == RingResult.Answered) return RingResults.Answered(walk, walk.State.Key);
        var (code, sentence) = result switch {
            RingResult.Busy => ("busy", Sentences.NumberBusy),
            RingResult.NoAnswer => ("noAnswer", Sentences.NumberNoAnswer),
            RingResult.Unreachable or RingResult.Canceled or RingResult.Answered => ("unreachable", Sentences.NumberUnreachable),
        };
        walk.Explain("external", "external", walk.State.Key, code, sentence);
        return walk.SayGoodbye(sentence);
    }
}
