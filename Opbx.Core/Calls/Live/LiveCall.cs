using Opbx.Core.Routing;

namespace Opbx.Core.Calls.Live;

/// <summary>What the live view shows of a call.</summary>
public sealed record LiveCall
{
    public required Guid OrganizationId { get; init; }
    public required Guid PbxId { get; init; }

    /// <summary>The platform's session token, shown as Call UUID.</summary>
    public required string Token { get; init; }

    public required CallDirection Direction { get; init; }
    public required string From { get; init; }
    public required string To { get; init; }
    public string? PhoneNumber { get; init; }
    public string? CallerName { get; init; }
    public string? CallerExtension { get; init; }
    public string? AnsweredBy { get; init; }

    /// <summary>Extensions that called, rang or answered, each between bars.</summary>
    public required string Extensions { get; init; }

    public required CallState State { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>Null while the call is active.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The stations reached, as a JSON array.</summary>
    public required string Path { get; init; }

    /// <summary>When the last message or request about the call arrived.</summary>
    public required DateTimeOffset LastNewsAt { get; init; }

    /// <summary>Extensions ringing now, each between bars.</summary>
    public string Ringing { get; init; } = "";

    /// <summary>Number of the last answered request.</summary>
    public int Stage { get; init; }

    /// <summary>The call that this phone joined to listen or talk; null for a call of its own.</summary>
    public string? Joined { get; init; }

    public RingingCall ForRouter() =>
        new(Token, Stage, Direction, From, To, PhoneNumber, CallerExtension, Ringing.Split('|', StringSplitOptions.RemoveEmptyEntries));

    public static LiveCall Create(Call call) => new() {
        OrganizationId = call.OrganizationId,
        PbxId = call.PbxId,
        Token = call.Token,
        Direction = call.Direction,
        From = call.From,
        To = call.To,
        PhoneNumber = call.PhoneNumber,
        CallerName = call.CallerName,
        CallerExtension = call.CallerExtension,
        AnsweredBy = call.AnsweredBy,
        Extensions = call.Extensions,
        State = call.State,
        StartedAt = call.StartedAt,
        AnsweredAt = call.AnsweredAt,
        EndedAt = call.EndedAt,
        Path = call.Path,
        LastNewsAt = call.LastNewsAt,
        Ringing = call.RingingNow,
        Stage = call.LastStage,
        Joined = call.Joined,
    };
}
