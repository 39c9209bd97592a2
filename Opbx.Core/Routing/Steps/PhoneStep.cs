using Opbx.Core.Document;
using Opbx.Core.Document.Extensions;
using Opbx.Core.Document.PhoneNumbers;
using Opbx.Core.Numbering;
using Opbx.Core.Routing.Outbound;
using Opbx.Core.Routing.Trace;

namespace Opbx.Core.Routing.Steps;

/// <summary>From one of our phones: feature code, extension, PBX number, outside number. Decided by lookup, never by length.</summary>
internal static class PhoneStep
{
    public static Move Enter(Walk walk)
    {
        var caller = walk.Plan.Extensions.GetValueOrDefault(walk.Facts.From);
        walk.State = walk.State with { Caller = caller?.Number, Direction = CallDirection.Internal };
        var dialled = walk.Facts.To.Trim();
        if (FeatureStep.Enter(walk, dialled) is { } feature) return feature;
        if (walk.Plan.Extensions.ContainsKey(dialled)) return new Move.Onward(new ExtensionDestination { Number = dialled });
        if (OwnNumber(walk, dialled) is { } number)
        {
            if (!number.Active) return InboundStep.TurnAway(walk, number, dialled);
            walk.Reach(number.Number);
            walk.State = walk.State with { PhoneNumber = number.Number };
            walk.Explain("phoneNumber", "phoneNumber", number.Number, "ownNumber",
                $"{number.Number} is an own number, so its destination takes the call.");
            return new Move.Onward(number.Destination);
        }
        return Outside(walk, dialled, caller);
    }

    private static Move Outside(Walk walk, string dialled, Extension? caller)
    {
        if (caller is not UserExtension { Active: true } user)
        {
            walk.Explain("external", "external", dialled, "mayNotDialOut", "Only a person's extension may call outside numbers.");
            return walk.SayGoodbye(Sentences.MayNotDialOut);
        }
        walk.State = walk.State with { Direction = CallDirection.Outbound };
        switch (OutsideStep.Decide(walk, dialled, user))
        {
            case OutboundDecision.Allowed allowed:
                walk.Happened(new OutboundPlaced(user.Number, allowed.Number, allowed.CallerId));
                return OutsideStep.Dial(walk, allowed, user.Record is RecordCalls.Outbound or RecordCalls.All);
            case OutboundDecision.Refused refused:
                return OutsideStep.Refuse(walk, dialled, refused);
            default:
                return walk.Rescue();
        }
    }

    /// <summary>The PBX's number, in any dialable spelling; never an emergency number.</summary>
    private static PhoneNumber? OwnNumber(Walk walk, string dialled)
    {
        if (!dialled.StartsWith('+') && dialled.Length <= walk.Plan.LongestExtension) return null;
        if (walk.Plan.FindNumber(dialled) is { } number) return number;
        var country = walk.Plan.Settings.Country;
        return !NumberingPlan.IsEmergency(dialled, country) && NumberReader.Read(dialled, country) is { } parsed
            ? walk.Plan.FindNumber(parsed.Number) : null;
    }
}
