using Opbx.Core.Routing;

namespace Opbx.Core.Simulation;

/// <summary>What the platform reports after people did something.</summary>
/// <param name="Next">The state of the next request; null when the call is over.</param>
/// <param name="Facts">The facts of the next request.</param>
internal sealed record Reaction(RouterState? Next, CallFacts Facts, double Seconds);
