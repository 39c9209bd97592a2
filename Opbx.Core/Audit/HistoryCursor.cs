namespace Opbx.Core.Audit;

/// <summary>A place in the history.</summary>
/// <param name="At">Time of the entry there.</param>
public sealed record HistoryCursor(DateTimeOffset At, Guid Id);
