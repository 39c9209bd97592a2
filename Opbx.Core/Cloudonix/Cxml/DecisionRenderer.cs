using Opbx.Core.Document;
using Opbx.Core.Routing.Decisions;

namespace Opbx.Core.Cloudonix.Cxml;

public static class DecisionRenderer
{
    private const int SilenceEndsMessage = 5;

    public static CxmlDocument Render(RouteDecision decision, DocumentAddresses addresses)
    {
        var verbs = decision.Before.Select(Audible).ToList();
        switch (decision.Ending)
        {
            case Ring ring:
                verbs.Add(Dial(ring, addresses));
                break;
            case AskKeys ask:
                var action = addresses.Action(ask.Next);
                verbs.Add(new Gather(action, ask.FirstWait, ask.NextWait, ask.Most, ask.HashEnds ? "#" : "",
                    [.. ask.Prompts.Select(Audible)]));
                // Platforms that do not request the action without input continue with the next verb: the same question, no keys.
                verbs.Add(new Redirect(action));
                break;
            case TakeMessage message:
                verbs.Add(new Record(addresses.Action(message.Next), SilenceEndsMessage, message.MaxLength, "#",
                    addresses.Recording(message.Next)));
                verbs.Add(new Redirect(addresses.Action(message.Next)));
                break;
            case EnterConference enter:
                verbs.Add(new Dial([Room(enter, addresses)], enter.IsLast ? null : addresses.Action(enter.Next)));
                if (enter.IsLast) verbs.Add(new Hangup());
                break;
            case Join join:
                verbs.Add(Coach(join));
                verbs.Add(new Hangup());
                break;
            case HandOver over:
                verbs.Add(new Redirect(over.Url));
                break;
            case HangUp:
                verbs.Add(new Hangup());
                break;
            case Refuse refuse:
                verbs.Add(new Reject(refuse.Reason switch { RejectReason.Busy => "busy", RejectReason.Rejected => "rejected" }));
                break;
        }
        return new CxmlDocument(verbs);
    }

    /// <summary>A document that only speaks a sentence, for what happens before routing.</summary>
    public static CxmlDocument Sentence(string text) => new([new Say(text, null, null), new Hangup()]);

    private static Verb Audible(Audio audio) => audio.Url is { } url ? new Play(url) : new Say(audio.Text!, audio.Voice, audio.Language);

    /// <summary>The spelling "calee" is the platform's.</summary>
    private static Coach Coach(Join join) => new(join.Session,
        join.How switch { JoinKind.Listen => "listen", JoinKind.Whisper => "whisper", JoinKind.Barge => "barge" },
        join.How == JoinKind.Whisper ? join.Colleague switch { CallSide.Calling => "caller", CallSide.Called => "calee" } : null);

    private static Dial Dial(Ring ring, DocumentAddresses addresses) => new(
        [.. ring.Targets.Select(target => Target(ring, target))], addresses.Action(ring.Next)) {
        Timeout = ring.Timeout,
        CallerId = ring.CallerId,
        CallerName = ring.CallerName,
        Trunks = ring.Trunk,
        RecordingCallback = ring.Record ? addresses.Recording(ring.Next) : null,
    };

    private static Noun Target(Ring ring, string target) => ring.Kind switch {
        RingKind.Phones or RingKind.Outside => new Number(target),
        RingKind.Sip => new Sip(target),
        RingKind.Assistant => new AgentService(ring.Provider ?? "", target),
    };

    private static Conference Room(EnterConference enter, DocumentAddresses addresses) => new(enter.Room.Name) {
        MaxParticipants = enter.Room.MaxParticipants,
        Beep = enter.Room.Beep,
        Muted = enter.Room.MuteOnEntry && !enter.Host,
        StartOnEnter = enter.Host || !enter.Room.WaitForHost,
        EndOnExit = enter.Host && enter.Room.WaitForHost,
        HoldMusic = enter.Room.HoldMusic,
        RecordingCallback = enter.Room.Record ? addresses.Recording(enter.Next) : null,
    };
}
