using Opbx.Core.Calls.Log;
using Opbx.Core.Configuration;
using Opbx.Core.Document.Simulation;
using Opbx.Core.Permissions;
using Opbx.Core.Routing;
using Opbx.Core.Routing.Trace;
using Opbx.Core.Simulation;

namespace Opbx.Core.Calls.Explaining;

/// <summary>Replays what the people of a call did with today's configuration in the same engine, and compares.</summary>
public sealed class CallExplainer(SimulationRunner runner, ConfigurationDirectory configuration)
{
    private static readonly string[] ByHand =
        ["transferred", "pickedUpBy", "pickedUpAlready", "pickupFailed", "stateRefused", "listens", "whispers", "barges"];

    // The platform only sends another request when nobody hung up before, so these say nothing about the route.
    private static readonly string[] Endings = ["answered", "messageLeft", "noMessage", "conferenceLeft"];

    /// <summary>What would happen to the call today.</summary>
    /// <param name="actor">Needs permission for the simulator.</param>
    /// <param name="at">When the call would arrive; now when null.</param>
    public Result<CallExplanation> Explain(Actor actor, Guid pbxId, CallDetail detail, DateTimeOffset? at)
    {
        var snapshot = configuration.Snapshot(actor, pbxId, Permission.Simulate);
        if (!snapshot.Ok) return snapshot.Failure;
        var stages = detail.Stages.TakeWhile(s => !s.Steps.Any(step => ByHand.Contains(step.Code))).ToList();
        if (stages.Count == 0)
            return new Failure(FailureKind.Conflict, "This portal decided nothing about this call, so there is nothing to compare.");
        var cut = stages.Count < detail.Stages.Count;
        var call = detail.Call;
        var request = new SimulationRequest {
            From = call.From.Length > 64 ? call.From[..64] : call.From,
            To = call.To.Length > 64 ? call.To[..64] : call.To,
            Direction = call.Direction == CallDirection.Inbound ? SimulationDirection.Inbound : SimulationDirection.Internal,
            At = at,
            Script = CallScript.From(stages, call, snapshot.Value.Document),
        };
        var today = runner.Run(actor, pbxId, request);
        if (!today.Ok) return today.Failure;
        var then = Way(stages.SelectMany(s => s.Steps));
        var now = Way(today.Value.Steps.Select(s => new TraceStep(s.Kind, s.Node, s.Code, s.Reason)));
        return new CallExplanation(request, today.Value, TraceDifference.Between(then, cut ? [.. now.Take(then.Count)] : now), cut);
    }

    private static List<TraceStep> Way(IEnumerable<TraceStep> steps) => [.. steps.Where(s => !Endings.Contains(s.Code))];
}
