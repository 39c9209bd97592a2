namespace Opbx.Core.Routing.Trace;

/// <summary>One decision of the router.</summary>
/// <param name="Kind">What kind of step, for example <c>businessHours</c> or <c>ring</c>.</param>
/// <param name="Node">The configured object that decided, when there is one.</param>
/// <param name="Code">The reason's stable code.</param>
public sealed record TraceStep(string Kind, TraceNode? Node, string Code, string Reason);

/// <summary>A configured object in a trace.</summary>
/// <param name="Type">Its kind, as destinations spell it.</param>
public sealed record TraceNode(string Type, string Name);
