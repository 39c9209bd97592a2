using Opbx.Core.Document;
using Opbx.Core.Document.Extensions;
using Opbx.Core.Routing.Decisions;
using Opbx.Core.Routing.Trace;

namespace Opbx.Core.Routing.Steps;

/// <summary>An extension is called: a person's phone rings, a virtual extension leads on.</summary>
internal static class ExtensionStep
{
    public static Move Enter(Walk walk, string number)
    {
        if (walk.Plan.Extensions.GetValueOrDefault(number) is not { } extension) return Destinations.Gone(walk, "extension", number);
        walk.Reach(number);
        if (!extension.Active)
        {
            walk.Explain("extension", "extension", number, "extensionInactive", $"Extension {number} ({extension.Name}) is switched off.");
            return walk.SayGoodbye(Sentences.ExtensionInactive);
        }
        if (extension is UserExtension user) return Ring(walk, user);
        walk.Explain("extension", "extension", number, "virtualExtension", $"Extension {number} ({extension.Name}) leads on.");
        return extension switch {
            RingGroupExtension group => new Move.Onward(new RingGroupDestination { Name = group.Target }),
            IvrExtension menu => new Move.Onward(new IvrDestination { Name = menu.Target }),
            ConferenceExtension room => new Move.Onward(new ConferenceDestination { Name = room.Target }),
            ForwardExtension forward => new Move.Onward(forward.ForwardTo),
            AiAssistantExtension assistant => Assistant(walk, assistant),
            CustomLogicExtension logic => Destinations.HandOver(walk, logic.Url),
            _ => walk.Rescue(),
        };
    }

    public static Move Resume(Walk walk)
    {
        var number = walk.State.Key;
        var result = RingResults.Parse(walk.Facts.CallStatus);
        walk.Happened(new RingEnded(result, result == RingResult.Answered ? number : null));
        if (result == RingResult.Answered) return RingResults.Answered(walk, number);
        return walk.Plan.Extensions.GetValueOrDefault(number) is UserExtension { Active: true } user ? NotTaken(walk, user, result)
            : Destinations.Gone(walk, "extension", number);
    }

    /// <summary>The phone did not answer: forwarding, else voicemail, else a sentence.</summary>
    private static Move NotTaken(Walk walk, UserExtension user, RingResult result)
    {
        var (forwarding, code, reason, sentence) = result switch {
            RingResult.Busy => (user.Forwarding.Busy, "busy", $"{user.Name} is busy.", Sentences.Busy),
            RingResult.Unreachable =>
                (user.Forwarding.Unreachable, "unreachable", $"The phone of {user.Name} is not registered.", Sentences.Unreachable),
            RingResult.NoAnswer or RingResult.Canceled or RingResult.Answered =>
                (user.Forwarding.NoAnswer, "noAnswer", $"{user.Name} does not answer.", Sentences.NoAnswer),
        };
        walk.Explain("extension", "extension", user.Number, code, reason);
        if (forwarding is not null)
        {
            walk.Explain("forwarding", "extension", user.Number, code + "Forwarding", $"{user.Name} forwards such calls.");
            return new Move.Onward(forwarding, user);
        }
        return user.Voicemail.Enabled ? new Move.Onward(new VoicemailDestination { Extension = user.Number }) : walk.SayGoodbye(sentence);
    }

    private static Move Ring(Walk walk, UserExtension user)
    {
        if (user.DoNotDisturb)
        {
            walk.Explain("extension", "extension", user.Number, "doNotDisturb", $"{user.Name} does not want to be disturbed.");
            walk.Happened(new RingEnded(RingResult.Busy, null));
            return NotTaken(walk, user, RingResult.Busy);
        }
        if (user.Forwarding.Always is { } always)
        {
            walk.Explain("forwarding", "extension", user.Number, "alwaysForwarding", $"{user.Name} forwards every call.");
            return new Move.Onward(always, user);
        }
        var timeout = user.RingTimeout ?? walk.Plan.Settings.RingTimeout;
        walk.Explain("ring", "extension", user.Number, "ring", $"The phone of {user.Name} ({user.Number}) rings for {timeout} seconds.");
        walk.Happened(new RingStarted([user.Number], [], null));
        return new Move.Stop(
            new Ring(RingKind.Phones, [user.Number], timeout, walk.Next(Wait.Extension, user.Number) with { Ringing = user.Number }) {
                CallerName = CallerNames.For(walk),
                Record = RecordingChoice.Inbound(walk, user),
            });
    }

    private static Move Assistant(Walk walk, AiAssistantExtension assistant)
    {
        walk.Explain("aiAssistant", "extension", assistant.Number, "aiAssistant", $"The AI assistant {assistant.Name} takes the call.");
        walk.Happened(new HandedOver(assistant.Number));
        return new Move.Stop(
            new Ring(RingKind.Assistant, [assistant.Address], walk.Plan.Settings.RingTimeout,
                walk.Next(Wait.Outside, assistant.Number)) { Provider = assistant.Provider });
    }
}
