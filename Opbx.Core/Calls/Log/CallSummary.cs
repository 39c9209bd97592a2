using System.Linq.Expressions;
using Opbx.Core.Routing;

namespace Opbx.Core.Calls.Log;

/// <summary>A call as shown in lists.</summary>
public sealed record CallSummary
{
    public required string Token { get; init; }
    internal long SortKey { get; init; }
    public required CallDirection Direction { get; init; }
    public required string From { get; init; }
    public required string To { get; init; }
    public string? PhoneNumber { get; init; }
    public string? CallerName { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>Null until the call record has arrived.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    public Disposition? Disposition { get; init; }

    /// <summary>Seconds.</summary>
    public int? Duration { get; init; }

    /// <summary>Seconds from the answer.</summary>
    public int? BillableSeconds { get; init; }

    /// <summary>Seconds the caller waited for a person.</summary>
    public int? WaitSeconds { get; init; }

    /// <summary>Seconds people talked; null when nobody answered or it is unknown.</summary>
    public int? TalkSeconds => TalkTime.Seconds(Disposition, AnsweredBy, Duration, WaitSeconds, BillableSeconds);

    public string? AnsweredBy { get; init; }

    /// <summary>Meaningful while the call is active.</summary>
    public required CallState State { get; init; }

    /// <summary>The stations reached, as a JSON array.</summary>
    public required string Path { get; init; }

    public bool HasRecording { get; init; }

    /// <summary>The extension whose mailbox holds the caller's message.</summary>
    public string? VoicemailExtension { get; init; }

    internal static readonly Expression<Func<Call, CallSummary>> Columns = c => new CallSummary {
        Token = c.Token,
        SortKey = c.SortKey,
        Direction = c.Direction,
        From = c.From,
        To = c.To,
        PhoneNumber = c.PhoneNumber,
        CallerName = c.CallerName,
        StartedAt = c.StartedAt,
        AnsweredAt = c.AnsweredAt,
        EndedAt = c.EndedAt,
        Disposition = c.Disposition,
        Duration = c.Duration,
        BillableSeconds = c.BillableSeconds,
        WaitSeconds = c.WaitSeconds,
        AnsweredBy = c.AnsweredBy,
        State = c.State,
        Path = c.Path,
        HasRecording = c.HasRecording,
        VoicemailExtension = c.VoicemailExtension,
    };

    internal static CallSummary Create(Call call) => FromRow(call);

    private static readonly Func<Call, CallSummary> FromRow = Columns.Compile();
}
