using Opbx.Core.Document.Simulation;
using Opbx.Core.Routing.Trace;

namespace Opbx.Core.Simulation;

/// <summary>What a simulated call did.</summary>
/// <param name="Seconds">How long it took, estimated.</param>
/// <param name="Steps">Every decision with its time; the last of each stage holds the document.</param>
public sealed record SimulationResult(SimulationOutcome Outcome, string? AnsweredBy, int Seconds, IReadOnlyList<string> Path,
    IReadOnlyList<SimulationStep> Steps)
{
    /// <summary>The events at which the call waited for somebody, in order.</summary>
    public IReadOnlyList<SimulationWait> Waits { get; init; } = [];

    /// <summary>Titles of the scheduled changes that have begun by the time of the call and have not now.</summary>
    public IReadOnlyList<string> Begun { get; init; } = [];
}

/// <summary>A moment at which a simulated call waits for somebody.</summary>
/// <param name="Steps">How many steps came before it.</param>
/// <param name="At">Seconds since the call began.</param>
/// <param name="Item">The place in the script of what was done; null when the script said nothing.</param>
/// <param name="Until">Seconds since the call began when the call goes on; after a conversation, when there was one.</param>
public sealed record SimulationWait(int Steps, int At, SimulationWaitKind Kind, IReadOnlyList<string> Targets, int? Item, int Until);

/// <summary>What a simulated call waits for.</summary>
public enum SimulationWaitKind
{
    Ring,
    Keys,
    Message,
}

/// <summary>One decision in a simulated call.</summary>
/// <param name="At">Seconds since the call began.</param>
/// <param name="Code">The reason's stable code.</param>
/// <param name="Cxml">The document the platform would get.</param>
public sealed record SimulationStep(int At, string Kind, TraceNode? Node, string Code, string Reason, string? Cxml);
