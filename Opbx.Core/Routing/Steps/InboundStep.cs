using Opbx.Core.Document;
using Opbx.Core.Document.BlockedCallers;
using Opbx.Core.Document.PhoneNumbers;
using Opbx.Core.Routing.Decisions;
using Opbx.Core.Routing.Trace;

namespace Opbx.Core.Routing.Steps;

/// <summary>A call from outside: blocked callers, then the dialled number. Extensions can never be dialled from outside.</summary>
internal static class InboundStep
{
    public static Move Enter(Walk walk)
    {
        var number = walk.Plan.FindNumber(walk.Facts.To);
        walk.State = walk.State with { PhoneNumber = number?.Number, Direction = CallDirection.Inbound };
        if (walk.Plan.Screening.Match(walk.Facts.From, number?.Number) is { } blocked) return TurnAway(walk, blocked);
        if (number is not { Active: true }) return TurnAway(walk, number, walk.Facts.To);
        walk.Reach(number.Number);
        walk.Explain("phoneNumber", "phoneNumber", number.Number, "numberFound",
            $"{(number.Name.Length > 0 ? number.Name : number.Number)} was called.");
        return new Move.Onward(number.Destination);
    }

    /// <summary>Refuses a call to an unknown or inactive number.</summary>
    public static Move TurnAway(Walk walk, PhoneNumber? number, string dialled)
    {
        walk.Explain("phoneNumber", "phoneNumber", number?.Number ?? dialled, number is null ? "unknownNumber" : "numberInactive",
            number is null ? "The number that was dialled is not one of this PBX." : $"{number.Number} is switched off.");
        walk.Happened(new CallRefused(false));
        return new Move.Stop(new Refuse(RejectReason.Rejected));
    }

    private static Move TurnAway(Walk walk, BlockedCaller blocked)
    {
        walk.Explain("blockedCaller", "blockedCaller", blocked.Pattern, "blocked", $"The caller is blocked by \"{blocked.Pattern}\".");
        walk.Happened(new CallerBlocked(blocked.Pattern));
        return blocked.Action switch {
            BlockAction.Reject => new Move.Stop(new Refuse(RejectReason.Rejected)),
            BlockAction.Busy => new Move.Stop(new Refuse(RejectReason.Busy)),
            BlockAction.Say => walk.SayGoodbye(string.IsNullOrWhiteSpace(blocked.Say) ? Sentences.Goodbye : blocked.Say),
        };
    }
}
