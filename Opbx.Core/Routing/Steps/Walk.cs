using Opbx.Core.Document.Prompts;
using Opbx.Core.Routing.Commands;
using Opbx.Core.Routing.Decisions;
using Opbx.Core.Routing.Plan;
using Opbx.Core.Routing.Trace;

namespace Opbx.Core.Routing.Steps;

/// <summary>One request's walk through the plan: collects audio, trace and events until a step stops it.</summary>
internal sealed class Walk(DialPlan plan, CallFacts facts, RoutingContext context, RouterState state)
{
    private const int MostHops = 20;
    private readonly List<Audio> _before = [];
    private readonly List<TraceStep> _trace = [];
    private readonly List<RoutingEvent> _events = [];
    private readonly List<string> _path = [];
    private readonly List<RouterCommand> _commands = [];

    public DialPlan Plan { get; } = plan;
    public CallFacts Facts { get; } = facts;
    public RoutingContext Context { get; } = context;
    public RouterState State { get; set; } = state;

    public RouteResult Run(Move move)
    {
        while (move is Move.Onward onward) move = Step(onward);
        var ending = ((Move.Stop)move).Ending;
        if (_before.Count > 0 || ending is AskKeys or TakeMessage) _events.Insert(0, new Spoken());
        return new RouteResult(new RouteDecision(_before, ending), _trace, _events, _path, State.Stage, State.Direction, State.PhoneNumber,
            State.Caller) { Commands = _commands };
    }

    public RouterState Next(Wait wait, string key) =>
        State with { Wait = wait, Key = key, Turn = 0, Index = 0, Order = null, Ringing = null };

    public void Explain(string kind, string? type, string? name, string code, string reason) =>
        _trace.Add(new TraceStep(kind, type is null ? null : new TraceNode(type, name ?? ""), code, reason));

    public void Happened(RoutingEvent routed) => _events.Add(routed);
    public void Command(RouterCommand command) => _commands.Add(command);
    public void Reach(string station) => _path.Add(station);
    public void Say(string text) => _before.Add(new Audio(text, Plan.Settings.Voice, Plan.Settings.Language, null));

    public void Play(PromptValue? prompt)
    {
        if (Audio(prompt) is { } audio) _before.Add(audio);
    }

    /// <summary>Speaks a sentence, then hangs up.</summary>
    public Move SayGoodbye(string text)
    {
        Say(text);
        return Move.HangUp;
    }

    /// <summary>Null when the prompt cannot be resolved.</summary>
    public Audio? Audio(PromptValue? prompt) => prompt switch {
        { Say: { } text } when !string.IsNullOrWhiteSpace(text) =>
            new Audio(text, Given(prompt.Voice) ?? Plan.Settings.Voice, Given(prompt.Language) ?? Plan.Settings.Language, null),
        { Play: { } url } => new Audio(null, null, null, url),
        { Prompt: { } name } => Plan.Prompts.GetValueOrDefault(name) switch {
            { Say: { } text } when !string.IsNullOrWhiteSpace(text) => new Audio(text, Plan.Settings.Voice, Plan.Settings.Language, null),
            { File: { } file } => new Audio(null, null, null, Plan.AudioAddress(file)),
            _ => null,
        },
        _ => null,
    };

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    /// <summary>The safety destination of the called number, else an apology.</summary>
    public Move Rescue()
    {
        var number = State.PhoneNumber is null ? null : Plan.FindNumber(State.PhoneNumber);
        if (number?.Safety is { } safety && !State.SafetyUsed)
        {
            Explain("safety", "phoneNumber", number.Number, "safetyDestination",
                $"The safety destination of {number.Number} takes the call.");
            State = State with { Hops = 0, SafetyUsed = true };
            return new Move.Onward(safety);
        }
        Explain("hangup", null, null, "apology", "Nothing is left that could take the call, so the caller hears an apology.");
        return SayGoodbye(Sentences.Apology);
    }

    private Move Step(Move.Onward onward)
    {
        State = State with { Hops = State.Hops + 1 };
        if (State.Hops <= MostHops) return Destinations.Enter(this, onward);
        Explain("safety", null, null, "tooManyHops", $"The call went through more than {MostHops} destinations without reaching anybody.");
        return Rescue();
    }
}
