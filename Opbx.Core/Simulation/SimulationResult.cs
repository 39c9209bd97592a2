using Opbx.Core.Document.Simulation;
using Opbx.Core.Routing.Trace;

namespace Opbx.Core.Simulation;

/// <param name="Seconds">Estimated duration.</param>
/// <param name="Steps">Every decision with its time; the last of each stage has the CXML.</param>
public sealed record SimulationResult(SimulationOutcome Outcome, string? AnsweredBy, int Seconds, IReadOnlyList<string> Path,
    IReadOnlyList<SimulationStep> Steps)
{
    /// <summary>The points at which the call waited for somebody, in order.</summary>
    public IReadOnlyList<SimulationWait> Waits { get; init; } = [];

    /// <summary>Titles of the scheduled changes that are in force at the time of the call and are not now.</summary>
    public IReadOnlyList<string> Begun { get; init; } = [];
}

/// <summary>A point at which a simulated call waits for somebody.</summary>
/// <param name="Steps">How many steps came before it.</param>
/// <param name="At">Seconds since the call began.</param>
/// <param name="Item">Index in the script of what was done; null when the script had nothing.</param>
/// <param name="Until">When the call continues, in seconds since it began; after a conversation, if there was one.</param>
public sealed record SimulationWait(int Steps, int At, SimulationWaitKind Kind, IReadOnlyList<string> Targets, int? Item, int Until);

public enum SimulationWaitKind
{
    Ring,
    Keys,
    Message,
}

/// <summary>One decision in a simulated call.</summary>
/// <param name="At">Seconds since the call began.</param>
/// <param name="Code">Stable reason code.</param>
/// <param name="Cxml">The document the platform would get.</param>
public sealed record SimulationStep(int At, string Kind, TraceNode? Node, string Code, string Reason, string? Cxml);
