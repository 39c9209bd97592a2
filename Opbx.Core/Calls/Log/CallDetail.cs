using Opbx.Core.Routing.Trace;

namespace Opbx.Core.Calls.Log;

/// <summary>One call with everything that explains it.</summary>
/// <param name="Stages">Its answered requests, in order.</param>
/// <param name="Record">The call record as it came; null while it has not come, and when it has been kept long enough.</param>
public sealed record CallDetail(CallSummary Call, IReadOnlyList<StageDetail> Stages, string? Record)
{
    /// <summary>The messages of the platform about it, in the order they came, as far as they have not been kept long enough.</summary>
    public IReadOnlyList<EventDetail> Events { get; init; } = [];
}

/// <summary>One message of the platform.</summary>
public sealed record EventDetail(DateTimeOffset At, CallEventSource Source, string Body);

/// <summary>One answered request.</summary>
/// <param name="Cxml">The exact document that was sent.</param>
public sealed record StageDetail(DateTimeOffset At, IReadOnlyList<TraceStep> Steps, string Cxml)
{
    public IReadOnlyList<RoutingEvent> Events { get; init; } = [];
}
