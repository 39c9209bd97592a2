using Opbx.Core.Cloudonix.Cxml;
using Opbx.Core.Document.Simulation;
using Opbx.Core.Routing;
using Opbx.Core.Routing.Decisions;
using Opbx.Core.Routing.Plan;

namespace Opbx.Core.Simulation;

/// <summary>Plays a call through the live router with a script instead of people, and without real state.</summary>
public sealed class Simulator
{
    private const int MostStages = 100;
    private readonly DialPlan _plan;
    private readonly SimulationRequest _request;
    private readonly RoutingContext _context;
    private readonly DocumentAddresses _addresses;
    private readonly SimulatedPeople _people;
    private readonly List<SimulationStep> _steps = [];
    private readonly List<string> _path = [];
    private readonly List<SimulationWait> _waits = [];
    private double _seconds;

    private Simulator(DialPlan plan, SimulationRequest request, RoutingContext context, DocumentAddresses addresses)
    {
        _plan = plan;
        _request = request;
        _context = context;
        _addresses = addresses;
        _people = new SimulatedPeople(request.Script);
    }

    /// <summary>The call begins at <see cref="RoutingContext.Now"/>.</summary>
    public static SimulationResult Run(DialPlan plan, SimulationRequest request, RoutingContext context, DocumentAddresses addresses) =>
        new Simulator(plan, request, context, addresses).Run();

    private SimulationResult Run()
    {
        var facts = new CallFacts {
            Token = "simulation", From = _request.From, To = _request.To, Origin =
            _request.Direction == SimulationDirection.Inbound ? CallOrigin.Outside : CallOrigin.Phone, CallStatus = "in-progress"
        };
        RouterState? state = null;
        for (var stage = 0; stage < MostStages; stage++)
        {
            var context = _context with { Now = _context.Now.AddSeconds(_seconds) };
            var result = state is null ? CallRouter.Route(_plan, facts, context) : CallRouter.Resume(_plan, state, facts, context);
            Record(result);
            _seconds += SpeechTime.For(result.Decision.Before);
            var reaction = React(result.Decision.Ending, facts);
            _seconds += reaction.Seconds;
            _people.Learn(result.Events);
            if (reaction.Next is not { } next) break;
            (state, facts) = (next, reaction.Facts);
        }
        return new SimulationResult(_people.Outcome, _people.AnsweredBy, (int)Math.Round(_seconds), _path, _steps) { Waits = _waits };
    }

    private Reaction React(Ending ending, CallFacts facts)
    {
        var before = _people.Done;
        var reaction = _people.React(ending, facts);
        SimulationWaitKind? kind = ending switch {
            Ring => SimulationWaitKind.Ring,
            AskKeys => SimulationWaitKind.Keys,
            TakeMessage => SimulationWaitKind.Message,
            _ => null,
        };
        if (kind is { } waits)
            _waits.Add(new SimulationWait(_steps.Count, (int)Math.Round(_seconds), waits, (ending as Ring)?.Targets
                ?? [], _people.Done > before ? before : null, (int)Math.Round(_seconds + reaction.Seconds)));
        return reaction;
    }

    private void Record(RouteResult result)
    {
        _path.AddRange(result.Path);
        var cxml = CxmlWriter.Write(DecisionRenderer.Render(result.Decision, _addresses));
        foreach (var (index, step) in result.Trace.Index())
            _steps.Add(new SimulationStep((int)Math.Round(_seconds), step.Kind, step.Node, step.Code, step.Reason,
                index == result.Trace.Count - 1 ? cxml : null));
    }
}

/// <summary>Estimated duration of speech and audio.</summary>
internal static class SpeechTime
{
    private const double CharactersPerSecond = 14;
    private const double FileSeconds = 3;

    public static double For(IEnumerable<Audio> audio) =>
        audio.Sum(a => a.Text is { } text ? Math.Max(1, text.Length / CharactersPerSecond) : FileSeconds);
}
