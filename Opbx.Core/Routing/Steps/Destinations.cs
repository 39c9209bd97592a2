using Opbx.Core.Document;
using Opbx.Core.Routing.Decisions;
using Opbx.Core.Routing.Trace;

namespace Opbx.Core.Routing.Steps;

internal static class Destinations
{
    public static Move Enter(Walk walk, Move.Onward onward) => onward.To switch {
        ExtensionDestination to => ExtensionStep.Enter(walk, to.Number),
        RingGroupDestination to => RingGroupStep.Enter(walk, to.Name),
        IvrDestination to => MenuStep.Enter(walk, to.Name),
        BusinessHoursDestination to => HoursStep.Enter(walk, to.Name),
        ConferenceDestination to => ConferenceStep.Enter(walk, to.Name),
        VoicemailDestination to => VoicemailStep.Enter(walk, to.Extension),
        ExternalDestination to => OutsideStep.Enter(walk, to, onward.Rights),
        AnnouncementDestination to => Announce(walk, to, onward),
        AiAssistantDestination to => ExtensionStep.Enter(walk, to.Extension),
        CustomLogicDestination to => HandOver(walk, to.Url),
        HangupDestination to => HangUp(walk, to),
        RejectDestination to => Reject(walk, to),
        _ => Gone(walk, "hangup", onward.To.GetType().Name),
    };

    public static Move HandOver(Walk walk, string url)
    {
        walk.Explain("customLogic", null, null, "customLogic", "The call is handed to your own program.");
        walk.Happened(new HandedOver(url));
        return new Move.Stop(new HandOver(url));
    }

    /// <summary>An object that no longer exists in the configuration.</summary>
    public static Move Gone(Walk walk, string type, string name)
    {
        walk.Explain(type, type, name, "gone", $"\"{name}\" does not exist any more.");
        return walk.Rescue();
    }

    private static Move Announce(Walk walk, AnnouncementDestination to, Move.Onward onward)
    {
        walk.Explain("announcement", null, null, "announcement", "The caller hears an announcement.");
        walk.Play(to.Prompt);
        return to.Then is null ? Move.HangUp : new Move.Onward(to.Then, onward.Rights);
    }

    private static Move HangUp(Walk walk, HangupDestination to)
    {
        walk.Explain("hangup", null, null, "hangup", "The call ends here.");
        return walk.SayGoodbye(string.IsNullOrWhiteSpace(to.Say) ? Sentences.Goodbye : to.Say);
    }

    private static Move Reject(Walk walk, RejectDestination to)
    {
        walk.Explain("reject", null, null, "reject",
            to.Reason == RejectReason.Busy ? "The caller hears a busy tone." : "The call is rejected.");
        walk.Happened(new CallRefused(to.Reason == RejectReason.Busy));
        return new Move.Stop(new Refuse(to.Reason));
    }
}
