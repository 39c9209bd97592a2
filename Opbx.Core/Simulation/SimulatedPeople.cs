using Opbx.Core.Document.Simulation;
using Opbx.Core.Routing;
using Opbx.Core.Routing.Decisions;
using Opbx.Core.Routing.Trace;

namespace Opbx.Core.Simulation;

/// <summary>Follow the script, each item when the call waits for it; afterwards nobody answers or presses a key.</summary>
internal sealed class SimulatedPeople(IReadOnlyList<ScriptItem> script)
{
    /// <summary>Seconds a phone rings until it is answered.</summary>
    internal const double ToAnswer = 3;

    private const double Talk = 30;
    private readonly Queue<ScriptItem> _script = new(script);

    /// <summary>How many items of the script were done.</summary>
    public int Done => script.Count - _script.Count;

    /// <summary>How the call ended, as far as it got.</summary>
    public SimulationOutcome Outcome { get; private set; } = SimulationOutcome.Missed;

    public string? AnsweredBy { get; private set; }

    public Reaction React(Ending ending, CallFacts facts)
    {
        var said = facts with { Digits = null, RecordingUrl = null, RecordingDuration = null, CallStatus = "in-progress" };
        if (ending is not (HangUp or Refuse or HandOver) && _script.TryPeek(out var first) && first.Hangup == true)
        {
            _script.Dequeue();
            if (AnsweredBy is null && Outcome == SimulationOutcome.Missed) Outcome = SimulationOutcome.HungUp;
            return new Reaction(null, said, 0);
        }
        return ending switch {
            Ring ring => Ring(ring, said),
            AskKeys ask => Keys(ask, said),
            TakeMessage message => Message(message, said),
            EnterConference => new Reaction(null, said, 10),
            _ => new Reaction(null, said, 0),
        };
    }

    public void Learn(IReadOnlyList<RoutingEvent> events)
    {
        foreach (var routed in events)
        {
            Outcome = routed switch {
                CallerBlocked => SimulationOutcome.Blocked,
                CallRefused => SimulationOutcome.Rejected,
                MessageLeft => SimulationOutcome.Voicemail,
                ConferenceEntered => SimulationOutcome.Conference,
                MailboxOpened => SimulationOutcome.Answered,
                HandedOver => SimulationOutcome.External,
                _ => Outcome,
            };
        }
    }

    private Reaction Ring(Ring ring, CallFacts said)
    {
        var item = _script.TryPeek(out var next) ? next : null;
        if (ring.Kind == RingKind.Assistant && item is null or { NoAnswer: null, Busy: null, Unreachable: null })
            return Answered(ring, ring.Targets[0], said, "assistant");
        if (item?.Answer is { } wanted
            && (wanted.Length == 0 ? ring.Targets[0] : ring.Targets.FirstOrDefault(t => Same(t, wanted))) is { } target)
        {
            _script.Dequeue();
            return Answered(ring, target, said, null);
        }
        if (item is not ({ NoAnswer: true } or { Busy: true } or { Unreachable: true }))
            return new Reaction(ring.Next, said with { CallStatus = "no-answer" }, ring.Timeout);
        _script.Dequeue();
        return item.Busy == true ? new Reaction(ring.Next, said with { CallStatus = "busy" }, 2)
            : item.Unreachable == true ? new Reaction(ring.Next, said with { CallStatus = "failed" }, 1)
            : new Reaction(ring.Next, said with { CallStatus = "no-answer" }, ring.Timeout);
    }

    private Reaction Answered(Ring ring, string target, CallFacts said, string? by)
    {
        AnsweredBy = by is null ? target : null;
        Outcome = ring.Kind == RingKind.Phones ? SimulationOutcome.Answered : SimulationOutcome.External;
        return new Reaction(ring.Next, said with { CallStatus = "completed" }, ToAnswer + Talk);
    }

    private Reaction Keys(AskKeys ask, CallFacts said)
    {
        var prompt = SpeechTime.For(ask.Prompts);
        if (!_script.TryPeek(out var item) || item is { Press: null, NoInput: null })
            return new Reaction(ask.Next, said with { Digits = "" }, prompt + ask.FirstWait);
        _script.Dequeue();
        if (item.Press is not { } pressed) return new Reaction(ask.Next, said with { Digits = "" }, prompt + ask.FirstWait);
        var keys = ask.HashEnds && pressed.IndexOf('#', StringComparison.Ordinal) is >= 0 and var hash ? pressed[..hash] : pressed;
        var complete = keys.Length >= ask.Most || keys.Length < pressed.Length;
        keys = keys.Length > ask.Most ? keys[..ask.Most] : keys;
        return new Reaction(ask.Next, said with { Digits = keys }, prompt + 1 + (keys.Length * 0.5) + (complete ? 0 : ask.NextWait));
    }

    private Reaction Message(TakeMessage message, CallFacts said)
    {
        if (!_script.TryPeek(out var item) || item.LeaveMessage is null) return new Reaction(message.Next, said, 5);
        var seconds = Math.Min(_script.Dequeue().LeaveMessage!.Value, message.MaxLength);
        return new Reaction(message.Next, seconds == 0 ? said
            : said with { RecordingUrl = "simulated", RecordingDuration = seconds }, seconds == 0 ? 5 : seconds);
    }

    private static bool Same(string target, string wanted) =>
        target == wanted || (target.TrimStart('+') == wanted.TrimStart('+') && target.Length > 1);
}
