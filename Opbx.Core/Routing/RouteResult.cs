using Opbx.Core.Routing.Commands;
using Opbx.Core.Routing.Decisions;
using Opbx.Core.Routing.Trace;

namespace Opbx.Core.Routing;

/// <summary>What the router decided for one request of a call.</summary>
/// <param name="Events">For the call log and integrations.</param>
/// <param name="Path">Stations reached in this stage.</param>
/// <param name="Stage">The number of this request within the call.</param>
public sealed record RouteResult(RouteDecision Decision, IReadOnlyList<TraceStep> Trace, IReadOnlyList<RoutingEvent> Events,
    IReadOnlyList<string> Path, int Stage, CallDirection Direction, string? PhoneNumber, string? Caller)
{
    /// <summary>What the portal has to do besides answering.</summary>
    public IReadOnlyList<RouterCommand> Commands { get; init; } = [];
}
