using Opbx.Core.Routing.Trace;

namespace Opbx.Core.Reports;

/// <summary>Why calls reached nobody.</summary>
/// <param name="Calls">How many calls were looked into.</param>
/// <param name="Causes">The causes, the most frequent first.</param>
public sealed record MissedReport(int Calls, IReadOnlyList<MissedCause> Causes)
{
    /// <summary>How many there were.</summary>
    public int All { get; init; } = Calls;

    /// <summary>Says that the causes are those of the newest calls only; null when they are those of all.</summary>
    public string? Restriction => All > Calls
        ? string.Create(CultureInfo.GetCultureInfo("en-US"), $"Only the newest {Calls:N0} of {All:N0} such calls were looked into.") : null;
}

/// <summary>One cause of missed calls.</summary>
/// <param name="Node">The configured object where it happened, when there is one.</param>
/// <param name="Advice">The change that would help, in a sentence.</param>
/// <param name="Last">The newest such call.</param>
public sealed record MissedCause(string Code, TraceNode? Node, int Count, string What, string Advice, string Last, DateTimeOffset LastAt);
