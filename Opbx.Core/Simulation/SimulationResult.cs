using Opbx.Core.Routing.Trace;

namespace Opbx.Core.Simulation;

/// <summary>What a simulated call did.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="AnsweredBy">Who answered.</param>
/// <param name="Seconds">How long it took, estimated.</param>
/// <param name="Path">Stations of the call.</param>
/// <param name="Steps">Every decision with its time; the last of each stage holds the document.</param>
public sealed record SimulationResult(SimulationOutcome Outcome, string? AnsweredBy, int Seconds, IReadOnlyList<string> Path, IReadOnlyList<SimulationStep> Steps);

/// <summary>One decision in a simulated call.</summary>
/// <param name="At">Seconds since the call began.</param>
/// <param name="Kind">The kind of step.</param>
/// <param name="Node">The object that decided.</param>
/// <param name="Code">The reason's stable code.</param>
/// <param name="Reason">The reason in a sentence.</param>
/// <param name="Cxml">The document the platform would get.</param>
public sealed record SimulationStep(int At, string Kind, TraceNode? Node, string Code, string Reason, string? Cxml);
