namespace Opbx.Core.Routing.Trace;

/// <summary>One decision of the router.</summary>
/// <param name="Kind">What kind of step, for example <c>businessHours</c> or <c>ring</c>.</param>
/// <param name="Node">The configured object that decided, when there is one.</param>
/// <param name="Code">The reason's stable code.</param>
/// <param name="Reason">The reason in a sentence.</param>
public sealed record TraceStep(string Kind, TraceNode? Node, string Code, string Reason);

/// <summary>A configured object in a trace.</summary>
/// <param name="Type">Its kind, as destinations spell it.</param>
/// <param name="Name">Its number or name.</param>
public sealed record TraceNode(string Type, string Name);
