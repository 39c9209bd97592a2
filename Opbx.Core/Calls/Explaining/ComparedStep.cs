using Opbx.Core.Routing.Trace;

namespace Opbx.Core.Calls.Explaining;

/// <param name="Then">The step of the call; null when there was none.</param>
/// <param name="Today">The step of today; null when there is none.</param>
public sealed record ComparedStep(Comparison Is, TraceStep? Then, TraceStep? Today);
