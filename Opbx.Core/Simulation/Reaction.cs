using Opbx.Core.Routing;

namespace Opbx.Core.Simulation;

/// <summary>What the platform tells after people did something.</summary>
/// <param name="Next">The state of the next request; null when the call is over.</param>
/// <param name="Facts">What the next request says.</param>
internal sealed record Reaction(RouterState? Next, CallFacts Facts, double Seconds);
