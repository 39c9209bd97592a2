using Opbx.Core.Calls;
using Opbx.Core.Calls.Log;

namespace Opbx.Core.Reports;

/// <summary>What reports read of a call.</summary>
public sealed record ReportedCall
{
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>How many seconds the caller waited for a person; null when nobody knows.</summary>
    public int? WaitSeconds { get; init; }

    public required Disposition Disposition { get; init; }

    /// <summary>Length in seconds from the start.</summary>
    public int? Duration { get; init; }

    /// <summary>Length in seconds from the answer of the platform.</summary>
    public int? BillableSeconds { get; init; }

    /// <summary>How many seconds people talked, as in the call log.</summary>
    public int? TalkSeconds => TalkTime.Seconds(Disposition, AnsweredBy, Duration, WaitSeconds, BillableSeconds);

    public string? CallerExtension { get; init; }

    /// <summary>Who answered: an extension or an outside number.</summary>
    public string? AnsweredBy { get; init; }

    public string? PhoneNumber { get; init; }

    /// <summary>Extensions that called, rang or answered, between bars.</summary>
    public string Extensions { get; init; } = "";

    /// <summary>The stations on the way, as a JSON array.</summary>
    public string Path { get; init; } = "[]";

    /// <summary>Everything known, as JSON, when something was chosen in a menu; else null.</summary>
    public string? Facts { get; init; }
}
