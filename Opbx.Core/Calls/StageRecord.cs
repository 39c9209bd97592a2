using Opbx.Core.Pbxs;
using Opbx.Core.Routing;
using Opbx.Core.Routing.Trace;

namespace Opbx.Core.Calls;

/// <summary>What one answered request of a call leaves behind: the trace of the decision, what happened, and the document sent.</summary>
public sealed record StageRecord
{
    public required Guid PbxId { get; init; }
    public required Guid OrganizationId { get; init; }
    public required string Token { get; init; }

    /// <summary>Starts at 1 for the first request of the call.</summary>
    public required int Number { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>As far as known at this stage.</summary>
    public required CallDirection Direction { get; init; }

    public required string From { get; init; }
    public required string To { get; init; }
    public string? CallerName { get; init; }

    /// <summary>The PBX's own phone number that was called, in E.164.</summary>
    public string? PhoneNumber { get; init; }

    public string? CallerExtension { get; init; }

    /// <summary>The stations reached in this stage, in order: numbers, names and pressed keys.</summary>
    public required IReadOnlyList<string> Path { get; init; }

    /// <summary>In order.</summary>
    public required IReadOnlyList<TraceStep> Trace { get; init; }

    /// <summary>In order.</summary>
    public required IReadOnlyList<RoutingEvent> Events { get; init; }

    /// <summary>The document exactly as sent.</summary>
    public required string Cxml { get; init; }

    public static StageRecord Create(EndpointOwner owner, CallFacts facts, RouteResult result, string cxml, DateTimeOffset at) => new() {
        PbxId = owner.PbxId,
        OrganizationId = owner.OrganizationId,
        Token = facts.Token,
        Number = result.Stage,
        At = at,
        Direction = result.Direction,
        From = facts.From,
        To = facts.To,
        CallerName = facts.CallerName,
        PhoneNumber = result.PhoneNumber,
        CallerExtension = result.Caller,
        Path = result.Path,
        Trace = result.Trace,
        Events = result.Events,
        Cxml = cxml,
    };
}
