using Opbx.Core.Routing.Trace;

namespace Opbx.Core.Reports;

/// <summary>Why calls reached nobody.</summary>
/// <param name="Calls">Number of calls examined.</param>
/// <param name="Causes">Most frequent first.</param>
public sealed record MissedReport(int Calls, IReadOnlyList<MissedCause> Causes)
{
    /// <summary>Total number of missed calls.</summary>
    public int All { get; init; } = Calls;

    /// <summary>States that only the newest calls were examined; null when all were.</summary>
    public string? Restriction => All > Calls
        ? string.Create(CultureInfo.GetCultureInfo("en-US"), $"Only the newest {Calls:N0} of {All:N0} such calls were looked into.") : null;
}

/// <summary>One cause of missed calls.</summary>
/// <param name="Node">The configured object where it happened, if any.</param>
/// <param name="Advice">The change that would help, as a sentence.</param>
/// <param name="Last">The newest such call.</param>
public sealed record MissedCause(string Code, TraceNode? Node, int Count, string What, string Advice, string Last, DateTimeOffset LastAt);
