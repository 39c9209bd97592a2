using Opbx.Core.Document.Simulation;
using Opbx.Core.Simulation;

namespace Opbx.Core.Calls.Explaining;

/// <summary>A call as it was and as it would be today.</summary>
/// <param name="Request">The simulated call, with what its people did.</param>
/// <param name="CutByHand">Whether people moved the call by hand, which cannot be simulated: only the part before is compared.</param>
public sealed record CallExplanation(SimulationRequest Request, SimulationResult Today, IReadOnlyList<ComparedStep> Steps, bool CutByHand)
{
    /// <summary>Whether the call would take the same route, perhaps with other numbers.</summary>
    public bool SameWay => Steps.All(s => s.Is is Comparison.Same or Comparison.Changed);

    public bool Same => Steps.All(s => s.Is == Comparison.Same);
}
