using Opbx.Core.Calls;
using Opbx.Core.Calls.Log;

namespace Opbx.Core.Reports;

/// <summary>The data of a call used by reports.</summary>
public sealed record ReportedCall
{
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Seconds the caller waited for a person; null when unknown.</summary>
    public int? WaitSeconds { get; init; }

    public required Disposition Disposition { get; init; }

    /// <summary>Seconds from the start.</summary>
    public int? Duration { get; init; }

    /// <summary>Seconds from the platform's answer.</summary>
    public int? BillableSeconds { get; init; }

    /// <summary>Seconds people talked, as in the call log.</summary>
    public int? TalkSeconds => TalkTime.Seconds(Disposition, AnsweredBy, Duration, WaitSeconds, BillableSeconds);

    public string? CallerExtension { get; init; }

    /// <summary>An extension or an outside number.</summary>
    public string? AnsweredBy { get; init; }

    public string? PhoneNumber { get; init; }

    /// <summary>Extensions that called, rang or answered, between bars.</summary>
    public string Extensions { get; init; } = "";

    /// <summary>The stations on the way, as a JSON array.</summary>
    public string Path { get; init; } = "[]";

    /// <summary>All known facts as JSON if something was chosen in an IVR menu; otherwise null.</summary>
    public string? Facts { get; init; }
}
