using Opbx.Core.Routing.Trace;

namespace Opbx.Core.Calls.Log;

/// <param name="Record">The call record as received; null while it has not arrived, and once its retention period is over.</param>
public sealed record CallDetail(CallSummary Call, IReadOnlyList<StageDetail> Stages, string? Record)
{
    /// <summary>The platform's messages about the call, in order of arrival, within their retention period.</summary>
    public IReadOnlyList<EventDetail> Events { get; init; } = [];
}

public sealed record EventDetail(DateTimeOffset At, CallEventSource Source, string Body);

/// <param name="Cxml">The document exactly as sent.</param>
public sealed record StageDetail(DateTimeOffset At, IReadOnlyList<TraceStep> Steps, string Cxml)
{
    public IReadOnlyList<RoutingEvent> Events { get; init; } = [];
}
