using Opbx.Core.Calls;

namespace Opbx.Core.Reports;

/// <summary>What reports read of a call.</summary>
public sealed record ReportedCall
{
    /// <summary>When it began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>How many seconds the caller waited for a person; null when nobody knows.</summary>
    public int? WaitSeconds { get; init; }

    /// <summary>How it ended.</summary>
    public required Disposition Disposition { get; init; }

    /// <summary>Seconds of talk.</summary>
    public int? BillableSeconds { get; init; }

    /// <summary>The own number that was called.</summary>
    public string? PhoneNumber { get; init; }

    /// <summary>Extensions on the way, between bars.</summary>
    public string Extensions { get; init; } = "";

    /// <summary>The stations on the way, as a JSON array.</summary>
    public string Path { get; init; } = "[]";
}
