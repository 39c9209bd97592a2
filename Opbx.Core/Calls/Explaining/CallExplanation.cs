using Opbx.Core.Document.Simulation;
using Opbx.Core.Simulation;

namespace Opbx.Core.Calls.Explaining;

/// <summary>A call, then and today.</summary>
/// <param name="Request">The call as it is simulated, with what its people did.</param>
/// <param name="CutByHand">Whether people moved the call by hand, which no simulation repeats: only the way until then is compared.</param>
public sealed record CallExplanation(SimulationRequest Request, SimulationResult Today, IReadOnlyList<ComparedStep> Steps, bool CutByHand)
{
    /// <summary>Whether the call would go the same way, perhaps with other numbers.</summary>
    public bool SameWay => Steps.All(s => s.Is is Comparison.Same or Comparison.Changed);

    /// <summary>Whether nothing at all is different.</summary>
    public bool Same => Steps.All(s => s.Is == Comparison.Same);
}
