namespace Opbx.Core.Routing.Trace;

/// <summary>One decision of the router.</summary>
/// <param name="Kind">For example <c>businessHours</c> or <c>ring</c>.</param>
/// <param name="Node">The configured object that decided, if any.</param>
/// <param name="Code">Stable reason code.</param>
public sealed record TraceStep(string Kind, TraceNode? Node, string Code, string Reason);

/// <param name="Type">Its kind, spelled as in destinations.</param>
public sealed record TraceNode(string Type, string Name);
