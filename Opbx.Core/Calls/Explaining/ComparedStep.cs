using Opbx.Core.Routing.Trace;

namespace Opbx.Core.Calls.Explaining;

/// <param name="Then">Null when the call had no such step.</param>
/// <param name="Today">Null when there would be no such step today.</param>
public sealed record ComparedStep(Comparison Is, TraceStep? Then, TraceStep? Today);
